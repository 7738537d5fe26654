package org.entezar.collection.internal.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ResponseId;
import org.entezar.collection.ResponseLists;
import org.entezar.collection.ResponseOrder;
import org.entezar.collection.ResponseSlice;
import org.entezar.collection.ResponseTraits;
import org.entezar.collection.SlicePlace;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.ItemType;
import org.entezar.questionnaire.Questionnaire;
import org.jdbi.v3.core.result.ResultSetException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a part of a list of responses. The ids come out of the vectors: by time straight from the primary key of each
 * campaign, by anything else from one pass over the narrow rows; only the few rows that are shown are read whole.
 */
public final class SliceReader {

    /** How many of the latest responses of a campaign are looked at for what to choose from. */
    private static final int SAMPLE = 2_000;

    private final FilterTerms terms;
    private final ResponseOrder order;
    private final Optional<Questionnaire> asked;
    private final Set<String> words;
    private final String key;

    /** @param asked what the one campaign asks; empty for several, whose answers are not read */
    public SliceReader(FilterTerms terms, ResponseOrder order, Optional<Questionnaire> asked) {
        this.terms = terms;
        this.order = order;
        this.asked = asked;
        this.words = asked.stream()
                .flatMap(Questionnaire::items)
                .filter(item -> item.type() == ItemType.TEXT)
                .map(Item::key)
                .collect(Collectors.toUnmodifiableSet());
        this.key = key();
    }

    /** What is ordered by before the time; who has none comes last. */
    private String key() {
        return switch (order.by()) {
            case TIME -> "";
            case SEGMENT -> text("v.segment");
            case SITE -> text("v.site");
            case ANSWER -> {
                String code = FilterTerms.code(
                        FilterTerms.place(asked.orElseThrow(), order.answer().orElseThrow()));
                yield order.descending() ? "coalesce(nullif(" + code + ", 255), -1)" : code;
            }
        };
    }

    private String text(String column) {
        // The highest character sorts after every name.
        return order.descending() ? "coalesce(" + column + ", '')" : "coalesce(" + column + ", U&'\\+10FFFF')";
    }

    /** The part of the list at the place. */
    public ResponseSlice read(Tx tx, List<CampaignId> campaigns, Optional<SlicePlace> place, int limit) {
        Optional<ListPlace> from = place.map(SlicePlace::at).map(at -> ListPlace.read(at, order.by()));
        boolean backwards = place.filter(SlicePlace::backwards).isPresent();
        List<Found> found = rows(tx, campaigns, from, backwards, limit + 1);
        if (backwards && found.size() <= limit) {
            // The first part is always a full one.
            return read(tx, campaigns, Optional.empty(), limit);
        }
        boolean further = found.size() > limit;
        List<Found> shown = new ArrayList<>(further ? found.subList(0, limit) : found);
        if (backwards) {
            Collections.reverse(shown);
        }
        boolean earlier = backwards ? further : from.isPresent();
        boolean later = backwards || further;
        long counted = count(tx, campaigns);
        return new ResponseSlice(
                shown.stream().map(Found::response).toList(),
                earlier && !shown.isEmpty() ? Optional.of(shown.get(0).place().written()) : Optional.empty(),
                later && !shown.isEmpty()
                        ? Optional.of(shown.get(shown.size() - 1).place().written())
                        : Optional.empty(),
                Math.min(counted, ResponseLists.MOST_COUNTED),
                counted > ResponseLists.MOST_COUNTED);
    }

    /** A response and where it stands. */
    private record Found(ResponseSlice.Listed response, ListPlace place) {}

    private List<Found> rows(
            Tx tx, List<CampaignId> campaigns, Optional<ListPlace> from, boolean backwards, int limit) {
        boolean falling = order.descending() != backwards;
        String way = falling ? " desc" : "";
        String ordered = (key.isEmpty() ? "" : "v.key" + way + ", ") + "v.submitted_ms" + way + ", v.response_id" + way;
        String inner = (key.isEmpty() ? "" : key + way + ", ") + "v.submitted_ms" + way + ", v.response_id" + way;
        String after = from.isEmpty()
                ? ""
                : " and (" + (key.isEmpty() ? "" : key + ", ") + "v.submitted_ms, v.response_id) "
                        + (falling ? "<" : ">") + (key.isEmpty() ? " (?, ?)" : " (?, ?, ?)");
        String sql = "select v.campaign_id, v.response_id, v.submitted_ms, v.key, r.submitted_at, r.language,"
                + " r.context::text, " + (asked.isPresent() ? "r.answers::text" : "'{}'")
                + " from (select v.* from unnest(?::uuid[]) c(id) cross join lateral ("
                + "select v.campaign_id, v.response_id, v.submitted_ms, " + (key.isEmpty() ? "''" : key)
                + " as key from response_vector v where v.workspace_id = ? and v.campaign_id = c.id" + terms.sql()
                + after + " order by " + inner + " limit ?) v order by " + ordered + " limit ?) v"
                + " join response r on r.workspace_id = ? and r.id = v.response_id order by " + ordered;
        List<Object> values = new ArrayList<>();
        values.add(tx.workspace().value());
        values.addAll(terms.values(tx));
        from.ifPresent(place -> values.addAll(place.values(!key.isEmpty())));
        values.add(limit);
        values.add(limit);
        values.add(tx.workspace().value());
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            statement.setArray(1, ids(tx, campaigns));
            FilterTerms.bind(statement, 2, values);
            List<Found> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(found(rows));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private Found found(ResultSet rows) throws SQLException {
        ObjectNode answers = (ObjectNode) Json.parse(rows.getString(8));
        Set<String> written = new HashSet<>();
        for (String item : words) {
            @Nullable JsonNode words = answers.remove(item);
            if (words != null) {
                written.add(item);
            }
        }
        UUID id = rows.getObject(2, UUID.class);
        return new Found(
                new ResponseSlice.Listed(
                        new ResponseId(id),
                        new CampaignId(rows.getObject(1, UUID.class)),
                        rows.getObject(5, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(rows.getString(6)),
                        Json.mapper().convertValue(Json.parse(rows.getString(7)), ResponseReader.TEXTS),
                        answers,
                        written),
                new ListPlace(rows.getLong(3), id, rows.getString(4), order.by() == ResponseOrder.By.ANSWER));
    }

    private long count(Tx tx, List<CampaignId> campaigns) {
        String sql = "select count(*) from (select 1 from response_vector v where v.workspace_id = ?"
                + " and v.campaign_id = any (?)" + terms.sql() + " limit ?) counted";
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            statement.setObject(1, tx.workspace().value());
            statement.setArray(2, ids(tx, campaigns));
            int at = terms.bind(statement, 3, tx);
            statement.setInt(at, ResponseLists.MOST_COUNTED + 1);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** By what the latest responses of these campaigns are told apart. */
    public static ResponseTraits traits(Tx tx, List<CampaignId> campaigns) {
        ResponseTraits traits = new ResponseTraits(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        try (PreparedStatement statement = tx.connection().prepareStatement("""
                select distinct v.segment, v.site, r.language
                from unnest(?::uuid[]) c(id) cross join lateral (
                    select v.response_id, v.segment, v.site from response_vector v
                    where v.workspace_id = ? and v.campaign_id = c.id and v.withdrawn_ms is null
                    order by v.submitted_ms desc, v.response_id desc limit ?) v
                join response r on r.workspace_id = ? and r.id = v.response_id""")) {
            statement.setArray(1, ids(tx, campaigns));
            statement.setObject(2, tx.workspace().value());
            statement.setInt(3, SAMPLE / Math.max(1, Math.min(campaigns.size(), 20)));
            statement.setObject(4, tx.workspace().value());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Optional.ofNullable(rows.getString(1)).ifPresent(traits.segments()::add);
                    Optional.ofNullable(rows.getString(2)).ifPresent(traits.sites()::add);
                    Optional.ofNullable(rows.getString(3)).ifPresent(traits.languages()::add);
                }
            }
            return traits;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static java.sql.Array ids(Tx tx, List<CampaignId> campaigns) throws SQLException {
        return tx.connection()
                .createArrayOf("uuid", campaigns.stream().map(CampaignId::value).toArray());
    }

    private static ResultSetException failed(SQLException failure) {
        return new ResultSetException("A list of responses could not be read", failure, null);
    }
}
