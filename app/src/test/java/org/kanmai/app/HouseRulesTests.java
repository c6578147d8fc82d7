package org.kanmai.app;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

@AnalyzeClasses(packages = "org.kanmai", importOptions = DoNotIncludeTests.class)
class HouseRulesTests {
    private static final int LARGEST_PACKAGE = 20;

    @ArchTest
    static final ArchRule modules_form_no_cycle =
            slices().matching("org.kanmai.app.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule dependencies_arrive_by_constructor =
            noFields().should().beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");

    @ArchTest
    static final ArchRule names_say_what_not_how =
            noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|Base)");

    @ArchTest
    static final ArchRule http_and_stores_stay_inside =
            classes().that().haveNameMatching(".*(Http|Store)").should().notHaveModifier(PUBLIC);

    @ArchTest
    static final ArchRule sql_lives_in_stores = noClasses()
            .that()
            .resideInAPackage("org.kanmai.app..")
            .and()
            .haveSimpleNameNotEndingWith("Store")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.jdbc.core.simple.JdbcClient");

    @ArchTest
    static final ArchRule rows_are_read_whole_so_that_no_connection_stays_open = noClasses()
            .should()
            .callMethod("org.springframework.jdbc.core.simple.JdbcClient$MappedQuerySpec", "stream");

    @ArchTest
    static final ArchRule facts_ranking_and_distribution_are_plain = noClasses()
            .that()
            .resideInAnyPackage("org.kanmai.facts..", "org.kanmai.ranking..", "org.kanmai.distribution..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.flink..", "java.sql..", "java.net..");

    @ArchTest
    static final ArchRule packages_stay_small = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .resideInAPackage("org.kanmai.app..")
            .should(new ArchCondition<JavaClass>("live in a package of at most " + LARGEST_PACKAGE + " types") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    JavaPackage home = type.getPackage();
                    long size = home.getClasses().stream()
                            .filter(each -> each.isTopLevelClass() && !each.isArray())
                            .filter(each -> !each.getSimpleName().equals("package-info"))
                            .filter(each -> !each.getName().contains("$"))
                            .count();
                    if (size > LARGEST_PACKAGE) {
                        events.add(SimpleConditionEvent.violated(type, home.getName() + " has " + size + " types"));
                    }
                }
            });
}
