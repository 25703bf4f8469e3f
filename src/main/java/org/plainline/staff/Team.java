package org.plainline.staff;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainline.resident.Need;

/**
 * Caseworkers who answer for some places and needs.
 *
 * @param organisation the partner organisation the team belongs to; null for the office's own
 * @param places ids in the service area; null for every place, also an unknown one
 * @param needs null for every need
 */
public record Team(
        String id,
        String name,
        @Nullable String organisation,
        @Nullable Set<String> places,
        @Nullable Set<Need> needs) {

    /** @param place null while it is unknown where the resident lives */
    public boolean covers(@Nullable String place, Need need) {
        return (places == null || (place != null && places.contains(place))) && (needs == null || needs.contains(need));
    }
}
