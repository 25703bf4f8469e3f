package org.plainline.staff;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Need;
import org.plainline.resident.Places;
import org.plainline.resident.ServiceArea;
import org.plainline.resident.ServiceAreaEntry;
import org.plainline.resident.ServiceAreaRefused;

/** The teams of the service area, in the order of its file. */
public final class Teams {
    private final List<Team> teams;

    private Teams(List<Team> teams) {
        this.teams = teams;
    }

    /** @throws ServiceAreaRefused also when the last team leaves a place or a need uncovered */
    public static Teams of(ServiceArea area) {
        List<ServiceAreaEntry> entries = area.entries("teams");
        Places places = area.places();
        List<Team> teams = entries.stream().map(entry -> team(entry, places)).toList();
        if (teams.getLast().places() != null || teams.getLast().needs() != null) {
            throw entries.getLast().refuse("the last team has to take every place and every need: any");
        }
        return new Teams(teams);
    }

    public List<Team> all() {
        return teams;
    }

    /** Empty for a team that is no longer in the file. */
    public Optional<Team> byId(String id) {
        return teams.stream().filter(team -> team.id().equals(id)).findFirst();
    }

    /** The first team that covers both; there always is one. */
    public Team covering(@Nullable String place, Need need) {
        return teams.stream()
                .filter(team -> team.covers(place, need))
                .findFirst()
                .orElseGet(this::last);
    }

    /** The team that takes whatever no other does. */
    public Team last() {
        return teams.getLast();
    }

    private static Team team(ServiceAreaEntry entry, Places places) {
        entry.knowsOnly("id", "name", "organisation", "places", "needs");
        return new Team(
                entry.id(),
                entry.text("name"),
                entry.optional("organisation").orElse(null),
                entry.isAny("places") ? null : places(entry, places),
                entry.isAny("needs") ? null : needs(entry));
    }

    private static Set<String> places(ServiceAreaEntry entry, Places places) {
        Set<String> ids = new LinkedHashSet<>(entry.texts("places"));
        for (String id : ids) {
            if (places.byId(id).isEmpty()) {
                throw entry.refuse("there is no place with the id '" + id + "'");
            }
        }
        return some(entry, "places", ids);
    }

    private static Set<Need> needs(ServiceAreaEntry entry) {
        Set<Need> needs = new HashSet<>();
        for (String code : entry.texts("needs")) {
            try {
                needs.add(Need.of(code));
            } catch (IllegalArgumentException unknown) {
                throw entry.refuse(String.valueOf(unknown.getMessage()));
            }
        }
        return some(entry, "needs", needs);
    }

    private static <T> Set<T> some(ServiceAreaEntry entry, String field, Set<T> values) {
        if (values.isEmpty()) {
            throw entry.refuse("'" + field + "' is missing: name some, or write any");
        }
        return Set.copyOf(values);
    }
}
