package org.plainline.resident;

import java.util.List;

/**
 * A township, street or village that a request can be routed to.
 *
 * @param id stable, lower-case
 * @param aliases other ways people write or say it, in either language
 */
public record Place(String id, String zh, String en, List<String> aliases) {
    public String name(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
