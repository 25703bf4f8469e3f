package org.plainline.channel.twilio;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Twilio's OpenAPI description, as far as requests are concerned: path, method, sign-in, names, types, enumerations.
 * The usual validators guess the types of form fields from their values and so take a phone number for an integer.
 */
final class TwilioContract {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final JsonNode description;

    TwilioContract(Path file) {
        this.description = new JsonMapper().readTree(file);
    }

    /** What is wrong with the request; empty when Twilio describes it so. */
    List<String> faults(FakeTwilio.Sent sent) {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            Optional<Map<String, String>> inPath =
                    match(path.getKey(), sent.target().getPath());
            JsonNode operation = path.getValue().path(sent.method().toLowerCase(Locale.ROOT));
            if (inPath.isPresent() && operation.isObject()) {
                parameters(operation, "path", inPath.get(), faults);
                parameters(operation, "query", values(sent.query()), faults);
                form(operation, sent, faults);
                if (!String.valueOf(sent.headers().get("Authorization")).startsWith("[Basic ")) {
                    faults.add("no basic authentication");
                }
                return faults;
            }
        }
        return List.of(
                "no such operation: " + sent.method() + " " + sent.target().getPath());
    }

    private static Optional<Map<String, String>> match(String template, String path) {
        List<String> names = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(template);
        var expression = new StringBuilder();
        int end = 0;
        while (parameter.find()) {
            expression
                    .append(Pattern.quote(template.substring(end, parameter.start())))
                    .append("([^/]+)");
            names.add(parameter.group(1));
            end = parameter.end();
        }
        Matcher matched = Pattern.compile(expression + Pattern.quote(template.substring(end)))
                .matcher(path);
        if (!matched.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int at = 0; at < names.size(); at++) {
            values.put(names.get(at), matched.group(at + 1));
        }
        return Optional.of(values);
    }

    private void parameters(JsonNode operation, String place, Map<String, String> given, List<String> faults) {
        Map<String, JsonNode> known = new HashMap<>();
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asString();
            if (parameter.path("in").asString().equals(place)) {
                known.put(name, parameter.path("schema"));
                if (parameter.path("required").asBoolean(false) && !given.containsKey(name)) {
                    faults.add(name + " is missing");
                }
            }
        }
        check(known, given, faults);
    }

    private void form(JsonNode operation, FakeTwilio.Sent sent, List<String> faults) {
        if (!operation.has("requestBody")) {
            return;
        }
        String type = "application/x-www-form-urlencoded";
        JsonNode schema =
                operation.path("requestBody").path("content").path(type).path("schema");
        if (!List.of(type).equals(sent.headers().get("Content-type"))) {
            faults.add("not a form");
        }
        Map<String, JsonNode> known = new HashMap<>();
        schema.path("properties").properties().forEach(field -> known.put(field.getKey(), field.getValue()));
        for (JsonNode required : schema.path("required")) {
            if (!sent.form().containsKey(required.asString())) {
                faults.add(required.asString() + " is missing");
            }
        }
        check(known, sent.form(), faults);
    }

    private void check(Map<String, JsonNode> known, Map<String, String> given, List<String> faults) {
        given.forEach((name, value) -> {
            JsonNode schema = known.get(name);
            if (schema == null) {
                faults.add(name + " is unknown");
            } else if (!holds(resolved(schema), value)) {
                faults.add(name + " is not " + schema);
            }
        });
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? description.at(schema.path("$ref").asString().substring(1))
                : schema;
    }

    private static boolean holds(JsonNode schema, String value) {
        boolean type = switch (schema.path("type").asString("string")) {
            case "integer" -> value.matches("-?\\d+");
            case "boolean" -> value.matches("true|false");
            default -> true;
        };
        boolean format = switch (schema.path("format").asString("")) {
            case "uri" -> URI.create(value).isAbsolute();
            case "phone-number" -> value.matches("\\+[1-9]\\d{5,14}");
            default -> true;
        };
        boolean listed = !schema.has("enum")
                || schema.path("enum")
                        .valueStream()
                        .anyMatch(choice -> choice.asString().equals(value));
        return type
                && format
                && listed
                && value.length() >= schema.path("minLength").asInt(0)
                && value.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && Pattern.compile(schema.path("pattern").asString(""))
                        .matcher(value)
                        .find();
    }

    private static Map<String, String> values(List<Field> fields) {
        Map<String, String> values = new HashMap<>();
        fields.forEach(field -> values.put(field.name(), field.value()));
        return values;
    }
}
