package org.entezar.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.entezar.collection.NewResponse;
import org.entezar.collection.ResponseId;
import org.entezar.questionnaire.Facet;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Scale;
import org.entezar.spi.DemoScenario;

/**
 * Answers a questionnaire as a year of simulated customers would. Seeded: the same scenario, questionnaire, first day and
 * salt give the same responses, ids included, so a start that was cut short is completed without doubles.
 */
final class Simulator {

    private static final int DAYS = 365;
    private static final double ITEM_NOISE = 0.7;
    private static final double SKIPPED = 0.03;
    private static final double SCALE_LOW = 1;
    private static final double SCALE_SPAN = 6;

    private final DemoScenario scenario;
    private final DemoScenario.DemoCampaign campaign;
    private final Questionnaire questionnaire;
    private final LocalDate firstDay;
    private final SplittableRandom random;

    Simulator(
            DemoScenario scenario,
            DemoScenario.DemoCampaign campaign,
            Questionnaire questionnaire,
            LocalDate firstDay,
            long salt) {
        this.scenario = scenario;
        this.campaign = campaign;
        this.questionnaire = questionnaire;
        this.firstDay = firstDay;
        this.random = new SplittableRandom(
                (scenario.seed() ^ salt) * 31 + questionnaire.key().hashCode());
    }

    /** All responses of the year in the order of their submission. */
    List<NewResponse> year() {
        int[] days = new int[campaign.responses()];
        for (int i = 0; i < days.length; i++) {
            days[i] = random.nextInt(DAYS);
        }
        Arrays.sort(days);
        List<SimulatedCustomer> customers = new ArrayList<>();
        List<NewResponse> responses = new ArrayList<>();
        ZoneId zone = ZoneId.of(scenario.timeZone());
        for (int day : days) {
            SimulatedCustomer customer = pickCustomer(customers);
            Instant at = firstDay.plusDays(day)
                    .atTime(8 + random.nextInt(14), random.nextInt(60), random.nextInt(60))
                    .atZone(zone)
                    .toInstant();
            responses.add(new NewResponse(
                    Optional.of(new ResponseId(id(at))),
                    Optional.of(at),
                    Optional.of(customer.language()),
                    Map.of("segment", customer.segment()),
                    answers(customer, day)));
        }
        responses.sort((a, b) ->
                a.submittedAt().orElseThrow().compareTo(b.submittedAt().orElseThrow()));
        return responses;
    }

    private SimulatedCustomer pickCustomer(List<SimulatedCustomer> known) {
        int index = random.nextInt(scenario.customers());
        if (index < known.size()) {
            return known.get(index);
        }
        SimulatedCustomer newcomer = new SimulatedCustomer(
                pick(scenario.segments()), pick(campaign.languages()), new TreeMap<>(scenario.levels()), random);
        known.add(newcomer);
        return newcomer;
    }

    /** A version 7 UUID out of the seed, so that it is the same at every run. */
    private UUID id(Instant at) {
        long high = (at.toEpochMilli() << 16) | 0x7000L | random.nextInt(0x1000);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private Map<String, JsonNode> answers(SimulatedCustomer customer, int day) {
        Map<String, SimulatedCustomer.Encounter> encounters = new TreeMap<>();
        double sumOfGaps = 0;
        for (Map.Entry<String, DemoScenario.Level> level : new TreeMap<>(scenario.levels()).entrySet()) {
            double delivered = level.getValue().delivered() + shift(level.getKey(), day);
            SimulatedCustomer.Encounter encounter = customer.meet(level.getKey(), delivered, random);
            encounters.put(level.getKey(), encounter);
            sumOfGaps += encounter.perceived() - encounter.expected();
        }
        double meanGap = sumOfGaps / Math.max(1, encounters.size());
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        questionnaire.items().forEach(item -> {
            boolean skipped = !item.required() && random.nextDouble() < SKIPPED;
            Optional<JsonNode> answer = answer(item, encounters, meanGap);
            if (answer.isPresent() && !skipped) {
                answers.put(item.key(), answer.get());
            }
        });
        return answers;
    }

    private double shift(String category, int day) {
        return scenario.events().stream()
                .filter(event -> event.category().equals(category) && day >= event.fromDay() && day <= event.toDay())
                .mapToDouble(DemoScenario.Event::shift)
                .sum();
    }

    private Optional<JsonNode> answer(Item item, Map<String, SimulatedCustomer.Encounter> encounters, double meanGap) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (item.type()) {
            case RATING -> Optional.of(rating(item, encounters));
            case NPS -> Optional.of(json.numberNode(point(0, 10, 8.3 + 1.7 * meanGap + 1.4 * random.nextGaussian())));
            case CSAT -> Optional.of(json.numberNode(point(1, 5, 4.2 + meanGap + 0.6 * random.nextGaussian())));
            case CES -> Optional.of(json.numberNode(point(1, 7, 5.6 + meanGap + 0.9 * random.nextGaussian())));
            case CHOICE ->
                Optional.of(json.textNode(item.options()
                        .get(random.nextInt(item.options().size()))
                        .key()));
            case CONSENT -> Optional.of(json.booleanNode(true));
            // Simulated people write nothing: invented words could be taken for a customer's own.
            case TEXT, NUMBER, CHOICES -> Optional.empty();
        };
    }

    private JsonNode rating(Item item, Map<String, SimulatedCustomer.Encounter> encounters) {
        Scale scale = item.scale().orElseThrow();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (scale.isKano()) {
            int[] pair = KanoAnswers.draw(item.key(), scenario.seed(), random);
            answer.put(Facet.FUNCTIONAL.key(), pair[0]);
            answer.put(Facet.DYSFUNCTIONAL.key(), pair[1]);
            return answer;
        }
        SimulatedCustomer.Encounter encounter =
                item.category().map(encounters::get).orElseGet(() -> new SimulatedCustomer.Encounter(5.2, 5.9, 5.2));
        int minimum = scale.min();
        for (Facet facet : item.facets()) {
            double quality = quality(facet, encounter) + ITEM_NOISE * random.nextGaussian();
            double onScale = scale.min() + (quality - SCALE_LOW) / SCALE_SPAN * (scale.max() - scale.min());
            int answered = point(scale.min(), scale.max(), onScale);
            if (facet == Facet.MINIMUM) {
                minimum = answered;
            } else if (facet == Facet.DESIRED) {
                // People rarely hope for less than they accept; a few do, as in life.
                answered = random.nextDouble() < 0.02 ? answered : Math.max(answered, minimum);
            }
            answer.put(facet.key(), answered);
        }
        return answer;
    }

    private static double quality(Facet facet, SimulatedCustomer.Encounter encounter) {
        return switch (facet) {
            case WILL -> encounter.will();
            case SHOULD -> encounter.should();
            case EXPECTED -> encounter.expected();
            case MINIMUM -> encounter.will() - 1.0;
            case DESIRED -> encounter.should() + 0.3;
            case PERCEIVED, FUNCTIONAL, DYSFUNCTIONAL -> encounter.perceived();
            case IMPORTANCE -> encounter.should();
        };
    }

    private static int point(int min, int max, double value) {
        return (int) Math.max(min, Math.min(max, Math.round(value)));
    }

    /** One key of a distribution whose shares sum to 1. */
    private String pick(Map<String, Double> shares) {
        double left = random.nextDouble();
        String last = "";
        for (Map.Entry<String, Double> share : new TreeMap<>(shares).entrySet()) {
            last = share.getKey();
            left -= share.getValue();
            if (left < 0) {
                return last;
            }
        }
        return last;
    }
}
