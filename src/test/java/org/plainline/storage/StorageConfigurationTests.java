package org.plainline.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

class StorageConfigurationTests {
    @TempDir
    Path data;

    @Test
    void poolsConnectionsToTheEmbeddedServerAndClosesThemBeforeIt() {
        service().run(context -> {
            var pool = context.getBean(HikariDataSource.class);
            assertThat(pool.getJdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThat(pool.getMaximumPoolSize()).isEqualTo(20);
            assertThat(pool.getConnectionTimeout()).isEqualTo(2000);
            var client = context.getBean(JdbcClient.class);
            assertThat(client.sql("show application_name").query(String.class).single())
                    .isEqualTo("plainline");
            assertThat(client.sql("select current_database()")
                            .query(String.class)
                            .single())
                    .isEqualTo("plainline");
        });
        assertThat(data.resolve("postgresql/server.log"))
                .content()
                .contains("database system is shut down")
                .doesNotContain("terminating connection");
    }

    @Test
    void startsNoServerWhenAnotherDatabaseIsConfigured() {
        service()
                .withPropertyValues("spring.datasource.url=jdbc:postgresql://db.example.org/plainline")
                .withPropertyValues("spring.flyway.enabled=false")
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedPostgres.class);
                    assertThat(context.getBean(HikariDataSource.class).getJdbcUrl())
                            .isEqualTo("jdbc:postgresql://db.example.org/plainline");
                    assertThat(data.resolve("postgresql")).doesNotExist();
                    assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> DataFolder.open(data));
                });
        assertThat(data.resolve("lock")).isWritable();
    }

    @Test
    void endsASecondServiceWithStatusOneAndNoStackTrace() throws Exception {
        try (var holder = DataFolder.open(data);
                var second = ChildService.start(SecondService.class, "--plainline.data-dir=" + data)) {
            assertThat(second.process().onExit().join().exitValue()).isEqualTo(1);
            assertThat(second.output().lines())
                    .contains("The data folder %s is in use by process %d."
                            .formatted(holder.path(), ProcessHandle.current().pid()))
                    .noneMatch(line -> line.startsWith("\tat "));
        }
    }

    private ApplicationContextRunner service() {
        return new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class,
                        FlywayAutoConfiguration.class))
                .withUserConfiguration(StorageConfiguration.class)
                .withPropertyValues("plainline.data-dir=" + data)
                .withPropertyValues("spring.flyway.locations=classpath:none");
    }

    /** Not a configuration class, or the service's own component scan would find it. */
    @Import(StorageConfiguration.class)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static final class SecondService {
        private SecondService() {}

        public static void main(String[] arguments) {
            var application = new SpringApplication(SecondService.class);
            application.setWebApplicationType(WebApplicationType.NONE);
            application.run(arguments);
        }
    }
}
