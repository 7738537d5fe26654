package org.entezar.workspace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.internal.AccentRules;
import org.entezar.workspace.internal.BrandRows;
import org.entezar.workspace.internal.LogoPainter;

/** The look of workspaces: an accent that can be read and a logo that is small. Each change is an entry of history. */
public final class Brands {

    /** Largest file that is taken for a logo, in bytes. */
    public static final int LARGEST_FILE = LogoPainter.LARGEST_FILE;

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final String SUBJECT = "brand";

    private final Work work;
    private final Workspaces workspaces;
    private final BrandRows rows = new BrandRows();
    private final Cache<WorkspaceId, ShownBrand> shown =
            Caffeine.newBuilder().maximumSize(5_000).expireAfterWrite(FRESH).build();
    private final Cache<WorkspaceId, Optional<LogoFile>> logos =
            Caffeine.newBuilder().maximumSize(500).expireAfterWrite(FRESH).build();

    public Brands(Work work, Workspaces workspaces) {
        this.work = work;
        this.workspaces = workspaces;
    }

    /** How the workspace looks. Needs {@link Permission#WORKSPACE_READ}. */
    public Brand get(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.WORKSPACE_READ, rows::find);
    }

    /** The logo, if there is one. Needs {@link Permission#WORKSPACE_READ}. */
    public Optional<LogoFile> logo(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.WORKSPACE_READ, rows::logo);
    }

    /**
     * Sets the accent. Needs {@link Permission#WORKSPACE_CONFIGURE}.
     *
     * @param light for light pages, as {@code #0b5a8a}
     * @param dark for dark pages; derived from the light one when empty
     * @throws Problem {@link ErrorCode#INVALID} with what cannot be read, and the nearest colour that can
     */
    public Brand paint(Caller caller, WorkspaceId workspace, String light, Optional<String> dark) {
        caller.require(workspace, Permission.WORKSPACE_CONFIGURE);
        Brand.Accent accent = AccentRules.check(light, dark);
        return change(caller, workspace, before -> new Brand(Optional.of(accent), before.logo()), Optional.empty());
    }

    /** Goes back to the product's own colours. Needs {@link Permission#WORKSPACE_CONFIGURE}. */
    public Brand unpaint(Caller caller, WorkspaceId workspace) {
        return change(caller, workspace, before -> new Brand(Optional.empty(), before.logo()), Optional.empty());
    }

    /**
     * Takes a logo. Needs {@link Permission#WORKSPACE_CONFIGURE}.
     *
     * @param file PNG, JPEG or WebP, read to its end or to the bound
     * @throws Problem {@link ErrorCode#TOO_LARGE}, {@link ErrorCode#NOT_A_PICTURE}, {@link ErrorCode#PICTURE_TOO_RICH}
     */
    public Brand hang(Caller caller, WorkspaceId workspace, InputStream file) throws IOException {
        caller.require(workspace, Permission.WORKSPACE_CONFIGURE);
        LogoFile drawn = LogoPainter.draw(file.readNBytes(LARGEST_FILE + 1));
        return change(
                caller,
                workspace,
                before -> new Brand(before.accent(), Optional.of(drawn.logo())),
                Optional.of(drawn.bytes()));
    }

    /** Takes the logo away. Needs {@link Permission#WORKSPACE_CONFIGURE}. */
    public Brand takeDown(Caller caller, WorkspaceId workspace) {
        return change(caller, workspace, before -> new Brand(before.accent(), Optional.empty()), Optional.empty());
    }

    private Brand change(Caller caller, WorkspaceId workspace, UnaryOperator<Brand> how, Optional<byte[]> logo) {
        Brand changed = work.change(caller, workspace, Permission.WORKSPACE_CONFIGURE, tx -> {
            Brand before = rows.find(tx);
            Brand after = how.apply(before);
            rows.set(tx, after, logo);
            tx.record(Change.changed("brand.changed", SUBJECT, before, after));
            return after;
        });
        shown.invalidate(workspace);
        logos.invalidate(workspace);
        return changed;
    }

    /** For the product's own pages, which ask often: seen anew within two seconds. */
    public ShownBrand shown(WorkspaceId workspace) {
        return shown.get(workspace, id -> {
            Caller pages = Caller.product("pages", id);
            Workspace settings = workspaces.get(pages, id);
            return new ShownBrand(get(pages, id), settings.name(), settings.defaultLanguage());
        });
    }

    /** The logo for the product's own pages. */
    public Optional<LogoFile> shownLogo(WorkspaceId workspace) {
        return logos.get(workspace, id -> logo(Caller.product("pages", id), id));
    }
}
