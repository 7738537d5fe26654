package org.entezar.console.usage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.entezar.collection.Usage;
import org.entezar.collection.Usages;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.jspecify.annotations.Nullable;

/** The quotas of the workspace as the page shows them. In views: {@code usage}. */
@Named("usage")
@RequestScoped
public class UsageView {

    /**
     * A quota that is used up by and by.
     *
     * @param key names its words: {@code usage.members}
     * @param used for a meter
     * @param limit for a meter
     * @param told used and limit in words
     * @param state {@code good}, {@code warn} or {@code bad}
     */
    public record Stock(String key, long used, long limit, String told, String state) {}

    /** A quota that refills by itself. */
    public record Rate(String key, String told) {}

    @Inject
    Usages usages;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    @Inject
    Format format;

    private @Nullable Usage usage;

    private Usage usage() {
        if (usage == null) {
            usage = usages.of(visitor.getCaller(), place.getWorkspaceId());
        }
        return usage;
    }

    public List<Stock> getStocks() {
        return usage().quotas().stream()
                .filter(line -> line.used().isPresent())
                .map(line -> {
                    long used = line.used().getAsLong();
                    return new Stock(
                            line.quota().name(),
                            used,
                            line.limit(),
                            text.of("usage.of", format.number(used), format.number(line.limit())),
                            line.isReached() ? "bad" : line.isNear() ? "warn" : "good");
                })
                .toList();
    }

    public List<Rate> getRates() {
        return usage().quotas().stream()
                .filter(line -> line.quota().isRate())
                .map(line -> new Rate(line.quota().name(), format.number(line.limit())))
                .toList();
    }

    public long getRefused() {
        return usage().refusedToday();
    }
}
