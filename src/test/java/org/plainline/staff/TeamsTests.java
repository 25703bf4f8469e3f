package org.plainline.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainline.resident.Need;
import org.plainline.resident.ServiceArea;
import org.plainline.resident.ServiceAreaRefused;

class TeamsTests {
    private static final String AREA = """
            places:
              - {id: liuhe, zh: 柳河镇, en: Liuhe}
              - {id: qingshan, zh: 青山乡, en: Qingshan}
              - {id: dongping, zh: 东坪镇, en: Dongping}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "liuhe,    cash,          liuhe-office",
        "liuhe,    safety,        womens-federation",
        "qingshan, safety,        womens-federation",
        "dongping, safety,        front-desk",
        "qingshan, children,      womens-federation",
        "liuhe,    children,      womens-federation",
        "qingshan, health,        front-desk",
        "dongping, older-people,  elders-home",
        ",         older-people,  elders-home",
        ",         safety,        front-desk",
        ",         service,       front-desk",
        "nowhere,  cash,          front-desk",
    })
    void aRequestGoesToTheFirstTeamThatCoversItsPlaceAndItsNeed(@Nullable String place, String need, String team)
            throws IOException {
        Teams teams = teams("""
                teams:
                  - {id: womens-federation, name: 妇联, organisation: 县妇联, places: [liuhe, qingshan], needs: [safety, children]}
                  - {id: elders-home, name: 敬老院, places: any, needs: [older-people]}
                  - {id: liuhe-office, name: 柳河镇救助站, places: [liuhe], needs: any}
                  - {id: front-desk, name: 县服务台, places: any, needs: any}
                """);

        assertThat(teams.covering(place, Need.of(need)).id()).isEqualTo(team);
    }

    @Test
    void aTeamMayBelongToAPartnerOrganisation() throws IOException {
        Teams teams = teams("teams:\n  - {id: desk, name: 服务台, organisation: 县妇联, places: any, needs: any}\n");

        assertThat(teams.byId("desk").orElseThrow().organisation()).isEqualTo("县妇联");
    }

    @Test
    void theLastTeamMustLeaveNobodyOut() throws IOException {
        refused("teams:\n  - {id: desk, name: 服务台, places: [liuhe], needs: any}\n", ":6: the last team has to take");
    }

    @Test
    void anUnknownPlaceIsRefusedWithItsLine() throws IOException {
        refused(
                "teams:\n  - {id: a, name: 甲, places: [liu-he], needs: any}\n",
                ":6: there is no place with the id 'liu-he'");
    }

    @Test
    void anUnknownNeedIsRefusedWithItsLine() throws IOException {
        refused("teams:\n  - {id: a, name: 甲, places: any, needs: [money]}\n", ":6: Unknown need 'money'");
    }

    @Test
    void aTeamWithoutNeedsIsRefusedInsteadOfNeverGettingAnything() throws IOException {
        refused("teams:\n  - {id: a, name: 甲, places: any}\n", ":6: 'needs' is missing");
    }

    private void refused(String teams, String message) {
        assertThatThrownBy(() -> teams(teams))
                .isInstanceOf(ServiceAreaRefused.class)
                .hasMessageContaining(message);
    }

    private Teams teams(String teams) throws IOException {
        return Teams.of(ServiceArea.read(Files.writeString(folder.resolve("area.yaml"), AREA + teams)));
    }
}
