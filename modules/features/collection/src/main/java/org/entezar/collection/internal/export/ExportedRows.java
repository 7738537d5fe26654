package org.entezar.collection.internal.export;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ResponseSelection;
import org.entezar.collection.internal.response.FilterTerms;
import org.entezar.collection.internal.response.VectorReader;
import org.entezar.platform.tenancy.Tx;

/** Which responses of a campaign are exported, as conditions over {@code response_vector v}. */
public interface ExportedRows {

    /** What follows the workspace and the campaign in the where clause. */
    String conditions();

    /** Binds workspace, campaign and the conditions; returns the place after. */
    int bind(PreparedStatement statement, int start, Tx tx, CampaignId campaign) throws SQLException;

    /** Those of a selection. */
    static ExportedRows of(ResponseSelection selection) {
        return new ExportedRows() {
            @Override
            public String conditions() {
                return VectorReader.conditions(selection);
            }

            @Override
            public int bind(PreparedStatement statement, int start, Tx tx, CampaignId campaign) throws SQLException {
                return VectorReader.bind(statement, start, tx, campaign, selection);
            }
        };
    }

    /** Those that somebody looks for. */
    static ExportedRows of(FilterTerms terms) {
        return new ExportedRows() {
            @Override
            public String conditions() {
                return terms.sql();
            }

            @Override
            public int bind(PreparedStatement statement, int start, Tx tx, CampaignId campaign) throws SQLException {
                statement.setObject(start, tx.workspace().value());
                statement.setObject(start + 1, campaign.value());
                return terms.bind(statement, start + 2, tx);
            }
        };
    }
}
