package org.plainline.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceAreaTests {
    @TempDir
    Path folder;

    @Test
    void theFileThatIsShippedHasPlacesFoundByAnyOfTheirNames() {
        Places places = ServiceArea.read(Path.of("service-area.yaml")).places();

        assertThat(places.in("我家在柳河那边").map(Place::id)).contains("liuhe");
        assertThat(places.in("I live downtown").map(Place::id)).contains("chengguan");
    }

    @Test
    void whatIsNotYamlIsRefusedWithItsLine() throws IOException {
        refused("places:\n  - id: liuhe\n    zh: [柳河镇\nteams: []\n", ":4: ");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        refused("# nothing yet\n", ":1: the file is empty");
    }

    @Test
    void aMissingFileIsRefusedByName() {
        assertThatThrownBy(() -> ServiceArea.read(folder.resolve("nowhere.yaml")))
                .isInstanceOf(ServiceAreaRefused.class)
                .hasMessageContaining("nowhere.yaml:1: cannot be read");
    }

    @Test
    void aPlaceWithoutANameIsRefusedWithItsLine() throws IOException {
        refused("places:\n  - id: liuhe\n    zh: 柳河镇\n", ":2: 'en' is missing or empty");
    }

    @Test
    void anIdUsedTwiceIsRefusedWhereItStandsAgain() throws IOException {
        refused("""
                places:
                  - {id: liuhe, zh: 柳河镇, en: Liuhe}
                  - {id: liuhe, zh: 柳河村, en: Liuhe village}
                """, ":3: the id liuhe is used twice");
    }

    @Test
    void anIdThatIsNotPlainIsRefused() throws IOException {
        refused("places:\n  - {id: Liu He, zh: 柳河镇, en: Liuhe}\n", ":2: the id 'Liu He' may only have");
    }

    @Test
    void aMisspeltFieldIsRefusedRatherThanWithoutEffect() throws IOException {
        refused("places:\n  - {id: liuhe, zh: 柳河镇, en: Liuhe, alias: [柳河]}\n", ":2: 'alias' means nothing here");
    }

    @Test
    void aFieldGivenTwiceIsRefused() throws IOException {
        refused("places:\n  - id: liuhe\n    zh: 柳河镇\n    zh: 柳河\n    en: Liuhe\n", ":4: this name stands here twice");
    }

    @Test
    void aTextWhereAListBelongsIsRefused() throws IOException {
        refused("places:\n  - {id: liuhe, zh: 柳河镇, en: Liuhe, aliases: 柳河}\n", ":2: 'aliases' has to be a list");
    }

    @Test
    void aFileWithoutPlacesIsRefused() throws IOException {
        refused("teams: []\n", ":1: there are no places");
    }

    private void refused(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("area.yaml"), text);

        assertThatThrownBy(() -> ServiceArea.read(file).places())
                .isInstanceOf(ServiceAreaRefused.class)
                .hasMessageContaining("area.yaml" + message);
    }
}
