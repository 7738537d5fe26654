package org.entezar.spi;

import java.util.List;
import java.util.Map;

/**
 * What the simulated customers of a trade are like. The product runs the simulation: each customer carries "will" and
 * "should" expectations from encounter to encounter as the recursion of Boulding, Kalra, Staelin and Zeithaml (1993)
 * has it, and answers the questionnaires of the trade's pack. The scenario only sets the stage. Qualities are on the
 * scale 1 to 7.
 *
 * @param seed the same seed gives the same year to the last answer
 * @param organization id of the organization that the demo's realm has for the workspace, a UUID
 * @param alias of the demo workspace
 * @param languages of the demo workspace, the first being its own
 * @param timeZone of the demo workspace
 * @param workspaceName language tag to name
 * @param campaigns what is fielded, in the order of their start
 * @param customers how many different customers come in the year
 * @param segments share of each segment among customers; shares sum to 1
 * @param levels what is usually delivered and expected, by category
 * @param events what changes during the year
 */
public record DemoScenario(
        long seed,
        String organization,
        String alias,
        List<String> languages,
        String timeZone,
        Map<String, String> workspaceName,
        List<DemoCampaign> campaigns,
        int customers,
        Map<String, Double> segments,
        Map<String, Level> levels,
        List<Event> events) {

    public DemoScenario {
        languages = List.copyOf(languages);
        workspaceName = Map.copyOf(workspaceName);
        campaigns = List.copyOf(campaigns);
        segments = Map.copyOf(segments);
        levels = Map.copyOf(levels);
        events = List.copyOf(events);
    }

    /**
     * A campaign of the demo.
     *
     * @param questionnaire key of a questionnaire of the pack
     * @param name language tag to name
     * @param responses how many answers come in over the year
     * @param languages share of answers in each language; shares sum to 1
     */
    public record DemoCampaign(
            String questionnaire, Map<String, String> name, int responses, Map<String, Double> languages) {
        public DemoCampaign {
            name = Map.copyOf(name);
            languages = Map.copyOf(languages);
        }
    }

    /**
     * One category's stage.
     *
     * @param delivered mean of delivered service
     * @param will mean prediction of a new customer
     * @param should mean norm of a new customer
     */
    public record Level(double delivered, double will, double should) {}

    /**
     * Something that shifts delivered service for a while, such as works in the lobby.
     *
     * @param category what it shifts
     * @param fromDay first day, counted from the start of the year simulated, 0 to 364
     * @param toDay last day
     * @param shift added to delivered service
     */
    public record Event(String category, int fromDay, int toDay, double shift) {}
}
