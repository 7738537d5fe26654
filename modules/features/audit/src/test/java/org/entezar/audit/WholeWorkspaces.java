package org.entezar.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.collection.Collection;
import org.entezar.commitment.Promises;
import org.entezar.commitment.Standards;
import org.entezar.insight.Insights;
import org.entezar.insight.KeptInsights;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory;
import org.entezar.kernel.IdentityProviders;
import org.entezar.kernel.MachineClients;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.mail.MailRound;
import org.entezar.platform.mail.MailSeal;
import org.entezar.platform.mail.Outbox;
import org.entezar.questionnaire.Categories;
import org.entezar.relationship.Cases;
import org.entezar.workspace.ApiClientRegistry;
import org.entezar.workspace.ApiClients;
import org.entezar.workspace.Brands;
import org.entezar.workspace.Members;
import org.entezar.workspace.OwnRoleDoor;
import org.entezar.workspace.OwnRoles;
import org.entezar.workspace.WorkspaceEnd;

/** What whole workspaces are taken out, brought in and deleted with, over a fixture's database. */
final class WholeWorkspaces implements AutoCloseable {

    static final String OWNER = "mina@example.org";

    final AuditFixture fixture;
    final WorkspaceParts parts;
    final WorkspaceArchives archives;
    final Deletions deletions;
    final Outbox outbox;
    final ApiClients clients;
    final List<String> forgotten = new ArrayList<>();
    private final WorkspaceEnd end;
    private final MailRound round;
    private volatile boolean away;

    WholeWorkspaces(AuditFixture fixture) {
        this.fixture = fixture;
        Collection collection = fixture.collection;
        Categories categories = new Categories(fixture.work);
        Insights insights = new Insights(
                fixture.work,
                fixture.workspaces,
                categories,
                fixture.questionnaires,
                collection.campaigns(),
                collection.responses());
        Members members = new Members(fixture.work, directory());
        OwnRoles ownRoles = new OwnRoles(fixture.work, directory(), new OwnRoleDoor(fixture.work));
        this.parts = new WorkspaceParts(
                fixture.workspaces,
                new Brands(fixture.work, fixture.workspaces),
                members,
                ownRoles,
                categories,
                fixture.questionnaires,
                collection,
                new KeptInsights(fixture.work, insights, collection.sealedResponses(), fixture.ids, "test"),
                new Standards(fixture.work, fixture.workspaces, categories, fixture.ids),
                new Promises(fixture.work, fixture.workspaces, categories, fixture.ids),
                new Cases(fixture.work, members, ownRoles, categories, collection, fixture.keys, fixture.ids));
        MailSeal seal = new MailSeal(new byte[MailSeal.KEY_BYTES]);
        this.round =
                new MailRound(fixture.work, seal, Optional.empty(), "example.org", MailRound.PAUSES, Clock.systemUTC());
        this.outbox = new Outbox(fixture.work, fixture.ids, seal, round, true);
        MachineClients machines = machines();
        this.clients = new ApiClients(
                fixture.work,
                machines,
                new ApiClientRegistry(fixture.work, fixture.clock),
                fixture.ids,
                URI.create("https://id.example.org/token"));
        this.archives = fixture.audit.workspaceArchives(parts, fixture.ids);
        this.end = new WorkspaceEnd(fixture.work, directory(), machines, providers(), clients);
        this.deletions = deletions(fixture.audit);
    }

    /** Deletions as the given audit carries them out. */
    Deletions deletions(Audit audit) {
        return audit.deletions(parts, end, outbox, URI.create("https://feedback.example.org"));
    }

    /** An identity provider that knows one owner and remembers what it was told to forget. */
    private Directory directory() {
        return (Directory) Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (proxy, method, arguments) -> {
                    if (away) {
                        throw new org.entezar.kernel.Problem(org.entezar.kernel.ErrorCode.IDENTITY_UNAVAILABLE);
                    }
                    return switch (method.getName()) {
                        case "members" -> List.of(new Directory.Member("1", "mina", "Mina", OWNER, Set.of(Role.OWNER)));
                        case "removeWorkspace" -> {
                            forgotten.add("organization " + arguments[0]);
                            yield null;
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private IdentityProviders providers() {
        return (IdentityProviders) Proxy.newProxyInstance(
                IdentityProviders.class.getClassLoader(),
                new Class<?>[] {IdentityProviders.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("remove")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    forgotten.add("sign-in " + arguments[0]);
                    return null;
                });
    }

    private MachineClients machines() {
        return new MachineClients() {
            @Override
            public Issued createClient(WorkspaceId workspace, String clientId, String name) {
                return new Issued("subject", "secret");
            }

            @Override
            public String renewSecret(String clientId) {
                return "secret";
            }

            @Override
            public void removeClient(String clientId) {
                forgotten.add("client " + clientId);
            }
        };
    }

    /** Whether the identity provider cannot be reached. */
    void away(boolean now) {
        away = now;
    }

    Job ended(Caller caller, WorkspaceId workspace, Job job) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(120));
        while (true) {
            Job now = fixture.jobs.get(caller, workspace, job.id());
            if (now.state().isEnd()) {
                return now;
            }
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        round.close();
    }
}
