package org.entezar.methods.calculator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.statistics.Bootstrap;
import org.entezar.methods.zone.ZoneOfTolerance;
import org.entezar.methods.zone.ZoneOfTolerance.Triples;
import org.jspecify.annotations.Nullable;

/** The zone of tolerance by name. */
final class ZoneFunctions {
    static final List<MethodFunction> FUNCTIONS = List.of(new MethodFunction(
            "zone_of_tolerance",
            "where perceived service stands between the adequate and the desired level",
            """
            inputs: minimum, desired, perceived (one value a respondent, null = missing);
              bootstrap_indices_base1 (rows of resamples of the usable respondents, counted from 1) or
              bootstrap_resamples with bootstrap_seed, for percentile intervals
            adequacy = perceived - minimum, superiority = perceived - desired, width = desired - minimum, each with t interval;
            position of the group = ratio of means, mean(adequacy)/mean(width), 0 = minimum, 1 = desired, with standard error
            sqrt(var(adequacy - R width)/n)/|mean width|; a triple with desired below minimum is dropped and counted, never
            swapped. Judged by the whole interval: INADEQUATE/ADEQUATE and NOT_SUPERIOR/SUPERIOR, otherwise UNDECIDED.
            source: Zeithaml, Berry & Parasuraman 1993 JAMS 21(1):1-12; Parasuraman et al. 1994 J. Retailing 70(3):201-230
            """,
            ZoneFunctions::zone));

    private ZoneFunctions() {}

    private static Map<String, @Nullable Object> zone(Inputs inputs) {
        Triples triples = Triples.of(inputs.column("minimum"), inputs.column("desired"), inputs.column("perceived"));
        ZoneOfTolerance zone = ZoneOfTolerance.evaluate(triples, 0.95);
        List<@Nullable Object> positions = new ArrayList<>();
        List<String> states = new ArrayList<>();
        for (int i = 0; i < triples.n(); i++) {
            positions.add(Outputs.plain(triples.position(i)));
            states.add(triples.state(i).name());
        }
        Outputs outputs = new Outputs()
                .put("n_used", zone.counts().n())
                .put("n_incomplete", zone.counts().incomplete())
                .put("n_inverted", zone.counts().inverted())
                .put("width", zone.width())
                .put("msa", zone.adequacy())
                .put("mss", zone.superiority())
                .put("position_of_means", zone.position())
                .put("position_se_delta", zone.positionError())
                .put("position_ci95_t", zone.positionBounds())
                .put("respondent_position", positions)
                .put("respondent_zone", states)
                .put("share_below", zone.shares().get(0).share())
                .put("share_within", zone.shares().get(1).share())
                .put("share_above", zone.shares().get(2).share())
                .put("share_below_wilson95", zone.shares().get(0).bounds())
                .put("share_within_wilson95", zone.shares().get(1).bounds())
                .put("share_above_wilson95", zone.shares().get(2).bounds())
                .put("mean_state", zone.meanState().map(Enum::name).orElse(null))
                .put("msa_state", zone.adequacyJudgement().name())
                .put("mss_state", zone.superiorityJudgement().name());
        bootstrap(inputs, triples, outputs);
        return outputs.warnings(zone.warnings()).tree();
    }

    private static void bootstrap(Inputs inputs, Triples triples, Outputs outputs) {
        List<Bootstrap.Percentiles> intervals;
        if (inputs.has("bootstrap_indices_base1")) {
            intervals = ZoneOfTolerance.bootstrap(triples, rows(inputs, triples.n()), 0.95);
        } else if (inputs.has("bootstrap_resamples") && triples.n() > 0) {
            int resamples = inputs.integer("bootstrap_resamples", 2, 1_000_000);
            long seed = inputs.has("bootstrap_seed") ? inputs.longInteger("bootstrap_seed", 0, 1L << 53) : 1;
            intervals = ZoneOfTolerance.bootstrap(triples, Bootstrap.of(resamples, seed));
            outputs.put("bootstrap_resamples", resamples).put("bootstrap_seed", seed);
        } else {
            return;
        }
        outputs.put("msa_bootstrap_percentile95", intervals.get(0).bounds())
                .put("mss_bootstrap_percentile95", intervals.get(1).bounds())
                .put("position_bootstrap_percentile95", intervals.get(2).bounds());
    }

    private static int[][] rows(Inputs inputs, int n) {
        double[][] given = inputs.fullMatrix("bootstrap_indices_base1");
        int[][] rows = new int[given.length][];
        for (int r = 0; r < given.length; r++) {
            rows[r] = new int[given[r].length];
            if (given[r].length == 0) {
                throw InvalidInputException.at(Code.EMPTY, "bootstrap_indices_base1", r, "is empty");
            }
            for (int i = 0; i < given[r].length; i++) {
                double index = given[r][i];
                if (index != Math.rint(index) || index < 1 || index > n) {
                    throw InvalidInputException.at(
                            Code.OUT_OF_RANGE, "bootstrap_indices_base1", r, i, "must be 1 to " + n + ", got " + index);
                }
                rows[r][i] = (int) index - 1;
            }
        }
        return rows;
    }
}
