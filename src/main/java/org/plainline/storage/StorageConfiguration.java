package org.plainline.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes the data folder and, unless another database is configured, starts the embedded one in it. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {
    /** A text, because Spring would look for a relative {@code Path} on the class path first. */
    @Bean
    DataFolder dataFolder(@Value("${plainline.data-dir:./data}") String path) throws IOException {
        return DataFolder.open(Path.of(path));
    }

    /** A second service on the folder is refused at once, not after the slow beans. */
    @Bean
    static BeanFactoryInitializer<ListableBeanFactory> dataFolderFirst() {
        return beans -> beans.getBean(DataFolder.class);
    }

    /** Spring closes it after the connection pool, which is built from it, and before the folder is given up. */
    @Bean
    @ConditionalOnExpression("environment.getProperty('spring.datasource.url', '').isEmpty()")
    EmbeddedPostgres embeddedPostgres(DataFolder folder) throws IOException {
        return new EmbeddedPostgres(folder, ServerAccount.choose(), new SecureRandom(), EmbeddedPostgres::freePort);
    }
}
