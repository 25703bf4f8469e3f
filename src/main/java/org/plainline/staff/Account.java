package org.plainline.staff;

import java.util.UUID;

/**
 * Somebody who signs in at the console.
 *
 * @param login lower-case name to sign in with
 * @param name as colleagues know the person
 * @param team id in the service area
 * @param mustChangePassword nothing else is possible until then
 */
public record Account(
        UUID id, String login, String name, Role role, String team, boolean mustChangePassword, boolean disabled) {

    public boolean sees(String otherTeam) {
        return role.seesAllTeams() || team.equals(otherTeam);
    }
}
