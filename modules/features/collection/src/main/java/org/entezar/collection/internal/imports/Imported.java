package org.entezar.collection.internal.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entezar.collection.CampaignId;
import org.entezar.collection.FileShape;
import org.entezar.collection.Import;
import org.entezar.collection.ImportMapping;
import org.entezar.collection.ImportState;
import org.entezar.platform.jobs.JobId;

/** An import with one thing changed. */
public final class Imported {

    private Imported() {}

    public static Import inState(Import one, ImportState state) {
        return made(one, one.campaign(), one.shape(), one.mapping(), state, one.job(), one.counts());
    }

    public static Import withCounts(Import one, Import.Counts counts) {
        return made(one, one.campaign(), one.shape(), one.mapping(), one.state(), one.job(), counts);
    }

    public static Import mapped(Import one, Optional<CampaignId> campaign, FileShape shape, ImportMapping mapping) {
        return made(one, campaign, shape, mapping, ImportState.READY, Optional.empty(), Import.Counts.NONE);
    }

    public static Import started(Import one, ImportState state, JobId job) {
        return made(one, one.campaign(), one.shape(), one.mapping(), state, Optional.of(job), Import.Counts.NONE);
    }

    /** What history is told of an import: beside the facts, the campaign that it belongs to, by which entries are found. */
    public static Map<String, Object> told(Import one, Map<String, ?> facts) {
        Map<String, Object> told = new LinkedHashMap<>(facts);
        one.campaign().ifPresent(campaign -> told.put("campaign", campaign.toString()));
        return told;
    }

    private static Import made(
            Import one,
            Optional<CampaignId> campaign,
            FileShape shape,
            ImportMapping mapping,
            ImportState state,
            Optional<JobId> job,
            Import.Counts counts) {
        return new Import(
                one.id(),
                campaign,
                one.fileName(),
                one.bytes(),
                shape,
                mapping,
                state,
                job,
                counts,
                one.createdAt(),
                one.createdBy());
    }
}
