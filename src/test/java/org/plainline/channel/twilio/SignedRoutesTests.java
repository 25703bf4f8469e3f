package org.plainline.channel.twilio;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** A route below {@code /twilio} that takes no proven form would be open to everybody. */
@AnalyzeClasses(packages = "org.plainline", importOptions = DoNotIncludeTests.class)
class SignedRoutesTests {
    @ArchTest
    static final ArchRule EVERY_ROUTE_OF_TWILIO_TAKES_A_PROVEN_FORM = methods()
            .that(DescribedPredicate.describe("are routes below /twilio", SignedRoutesTests::isRouteOfTwilio))
            .should(takeAProvenForm());

    private static boolean isRouteOfTwilio(JavaMethod method) {
        return method.isMetaAnnotatedWith(RequestMapping.class)
                && Stream.of(AnnotatedElementUtils.getMergedAnnotation(method.reflect(), RequestMapping.class))
                        .flatMap(mapping -> mapping == null ? Stream.of() : Stream.of(mapping.path()))
                        .anyMatch(path -> path.startsWith("/twilio"));
    }

    private static ArchCondition<JavaMethod> takeAProvenForm() {
        return new ArchCondition<>("take a proven form") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean proven =
                        method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(TwilioForm.class));
                events.add(new SimpleConditionEvent(method, proven, method.getFullName() + " takes no TwilioForm"));
            }
        };
    }
}
