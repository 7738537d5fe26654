package org.entezar.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.platform.tenancy.Work;

/** The rules of the house, each usable on the product and on a sample that breaks it. */
final class HouseRules {

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.LocalDateTime.now()",
            "java.time.OffsetDateTime.now()",
            "java.time.ZonedDateTime.now()",
            "java.time.Year.now()",
            "java.lang.System.currentTimeMillis()");

    private HouseRules() {}

    /** Rooms use only the rooms that the table allows; a room that the table does not know is refused too. */
    static ArchRule roomsUseOnlyTheirNeighbours(String root, Map<String, Set<String>> mayUse) {
        return classes().that(resideInAPackage(root + ".")).should(new ArchCondition<>("use only rooms of the table") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Optional<String> from = House.room(type, root);
                if (from.isEmpty()) {
                    return;
                }
                Set<String> allowed = mayUse.get(from.get());
                if (allowed == null) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is in an unknown room"));
                    return;
                }
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    Optional<String> to = House.room(dependency.getTargetClass(), root);
                    if (to.isPresent() && !to.equals(from) && !allowed.contains(to.get())) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        });
    }

    /** What is internal to a room is not entered from another. */
    static ArchRule internalsStayInside(String root) {
        return classes().should(new ArchCondition<>("not reach into another room's internals") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass();
                    if (target.getPackageName().startsWith(root)
                            && (target.getPackageName() + ".").contains(".internal.")
                            && !House.room(target, root).equals(House.room(type, root))) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        });
    }

    /** Foundations know the JDK and, for the methods, a library of numerics. */
    static ArchRule foundationsKnowTheJdkOnly(String... packages) {
        return noClasses()
                .that(resideInAnyPackage(packages))
                .should()
                .dependOnClassesThat(DescribedPredicate.not(are(resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.hipparchus..",
                        "org.entezar.kernel..",
                        "org.entezar.methods..",
                        "org.entezar.spi.."))))
                .allowEmptyShould(true);
    }

    /** What a trade knows stands in its plugin, and nothing else names one. */
    static ArchRule pluginsAreKnownByTheirInterfaceOnly(String root) {
        return noClasses()
                .that(resideOutsideOfPackage(root + "plugin.."))
                .should()
                .dependOnClassesThat(resideInAPackage(root + "plugin.."));
    }

    /** A public method of a face that says who calls also says which permission that takes. */
    static ArchRule facesNameAPermission(String... packages) {
        return methods()
                .that()
                .areDeclaredInClassesThat(resideInAnyPackage(packages))
                .and()
                .arePublic()
                .should(new ArchCondition<>("name a permission") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean says = method.getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(Caller.class));
                        boolean works = reaches(method, new HashSet<>(), HouseRules::isWork);
                        boolean asks = reaches(method, new HashSet<>(), HouseRules::asksForPermission);
                        if ((says || works) && !asks && !method.getModifiers().contains(JavaModifier.ABSTRACT)) {
                            events.add(SimpleConditionEvent.violated(
                                    method, method.getFullName() + " asks for no permission"));
                        }
                    }
                });
    }

    /**
     * A way past history is for the classes that are named, each for its reason, and for no other: what is changed
     * elsewhere goes through {@link Work#change}, which refuses a change that recorded nothing.
     *
     * @param wayPast the methods that write without an entry, by the class that has them
     * @param classesThatMay their names
     */
    static ArchRule onlyTheseGoPastHistory(Map<Class<?>, Set<String>> wayPast, Set<String> classesThatMay) {
        return noClasses()
                .that(DescribedPredicate.describe(
                        "are not named", (JavaClass type) -> !classesThatMay.contains(outermost(type.getName()))))
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "goes past history", (JavaMethodCall call) -> wayPast.entrySet().stream()
                                .anyMatch(way -> call.getTargetOwner().isEquivalentTo(way.getKey())
                                        && way.getValue().contains(call.getName())
                                        && !call.getOriginOwner().isEquivalentTo(way.getKey()))));
    }

    private static String outermost(String name) {
        int inner = name.indexOf('$');
        return inner < 0 ? name : name.substring(0, inner);
    }

    /** Time comes from a clock that a test can set. */
    static ArchRule timeComesFromAClock() {
        return noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "reads the time without a clock",
                        (JavaMethodCall call) -> CLOCKS.contains(call.getTargetOwner()
                                        .getName() + "."
                                + call.getName()
                                + (call.getTarget().getRawParameterTypes().isEmpty() ? "()" : "(…)"))));
    }

    /** Settings come from the catalogue; only the doors where a process begins read the environment. */
    static ArchRule settingsComeFromTheCatalogue(String... packagesThatMay) {
        return noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage(packagesThatMay)))
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class);
    }

    private static boolean isWork(JavaAccess<?> access) {
        return access instanceof JavaMethodCall call
                && call.getTargetOwner().isEquivalentTo(Work.class)
                && !call.getName().equals("global");
    }

    /** Names one, checks the caller's, or hands the caller on to a method that is under the same rule. */
    private static boolean asksForPermission(JavaAccess<?> access) {
        if (access.getTargetOwner().isEquivalentTo(Permission.class)) {
            return true;
        }
        return access instanceof JavaMethodCall call
                && (call.getTargetOwner().isEquivalentTo(Caller.class)
                        || (!call.getTargetOwner().equals(call.getOriginOwner())
                                && call.getTarget().getRawParameterTypes().stream()
                                        .anyMatch(type -> type.isEquivalentTo(Caller.class))));
    }

    private static boolean reaches(
            JavaMethod method, Set<JavaMethod> seen, java.util.function.Predicate<JavaAccess<?>> wanted) {
        if (!seen.add(method)) {
            return false;
        }
        if (method.getAccessesFromSelf().stream().anyMatch(wanted)) {
            return true;
        }
        return method.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().equals(method.getOwner()))
                .map(call -> call.getTarget().resolveMember())
                .flatMap(Optional::stream)
                .filter(JavaMethod.class::isInstance)
                .map(JavaMethod.class::cast)
                .anyMatch(called -> reaches(called, seen, wanted));
    }
}
