package org.entezar.api.collection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ColumnTarget;
import org.entezar.collection.Import;
import org.entezar.collection.ImportMapping;
import org.entezar.collection.ImportState;
import org.entezar.platform.jobs.JobId;

/** An import as clients see it. */
record ImportView(
        String id,
        Optional<CampaignId> campaign,
        String fileName,
        long bytes,
        String encoding,
        String separator,
        long rows,
        List<Column> columns,
        ImportMapping.DateOrder dateOrder,
        String timeZone,
        ImportState state,
        Optional<JobId> job,
        Import.Counts counts,
        Instant createdAt,
        String createdBy) {

    record Column(String name, ColumnTarget target) {}

    static ImportView of(Import one) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < one.shape().columns().size(); i++) {
            columns.add(new Column(
                    one.shape().columns().get(i), one.mapping().targets().get(i)));
        }
        return new ImportView(
                one.id().toString(),
                one.campaign(),
                one.fileName(),
                one.bytes(),
                one.shape().encoding(),
                one.shape().separator(),
                one.shape().rows(),
                columns,
                one.mapping().dateOrder(),
                one.mapping().timeZone(),
                one.state(),
                one.job(),
                one.counts(),
                one.createdAt(),
                one.createdBy());
    }
}
