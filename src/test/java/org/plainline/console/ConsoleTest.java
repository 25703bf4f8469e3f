package org.plainline.console;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import org.plainline.console.Residents.Asked;
import org.plainline.referral.Referral;
import org.plainline.referral.Referrals;
import org.plainline.staff.Account;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The caseworker's side of the service on a free port, with a database of its own; all tests here share one. */
@SpringBootTest(classes = ConsoleOnly.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({Residents.class, Colleagues.class})
public abstract class ConsoleTest {
    @LocalServerPort
    private int port;

    @Autowired
    protected Residents residents;

    @Autowired
    protected Colleagues colleagues;

    @Autowired
    protected Referrals referrals;

    @Autowired
    protected JdbcClient jdbc;

    @DynamicPropertySource
    static void ownFolder(DynamicPropertyRegistry properties) throws IOException {
        String folder = Files.createTempDirectory("plainline-console").toString();
        properties.add("plainline.data-dir", () -> folder);
        // Kept from run to run: working out what sixty articles mean takes a minute.
        properties.add("plainline.vectors", () -> "target/vectors");
    }

    protected String address() {
        return "http://127.0.0.1:" + port;
    }

    /** A browser in which that person is signed in. */
    protected Visitor visitor(Account account) {
        var visitor = new Visitor(address());
        visitor.signIn(account.login(), Colleagues.PASSWORD);
        return visitor;
    }

    /** The referral that was made of a request, as soon as it is there. */
    protected Referral referral(Asked asked) {
        return Soon.find(
                Duration.ofSeconds(20),
                () -> jdbc.sql("select id from referral where help_request = ?")
                        .param(asked.request())
                        .query(UUID.class)
                        .optional()
                        .map(id -> referrals.find(colleagues.administrator(), id)));
    }
}
