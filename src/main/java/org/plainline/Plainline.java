package org.plainline;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service: a phone number anyone can ask about social assistance. */
@SpringBootApplication
public class Plainline {
    public static void main(String[] arguments) {
        SpringApplication.run(Plainline.class, arguments);
    }
}
