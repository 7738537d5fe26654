package org.entezar.console.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Directory.Member;
import org.entezar.kernel.Problem;
import org.entezar.workspace.Members;

/** Suspends a member's access or gives it back, and says so; each takes the other back from the notice. */
@RequestScoped
class MemberAccess {

    /** Below a member's address: where they are posted to. */
    static final String SUSPEND = "access/suspend";

    static final String RESUME = "access/resume";

    @Inject
    Members members;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Notices notices;

    @Inject
    Text text;

    /** The member of the address. */
    Member member() {
        return members.get(visitor.getCaller(), place.getWorkspaceId(), place.parameter("member"));
    }

    void suspend(Member member) {
        try {
            members.suspend(visitor.getCaller(), place.getWorkspaceId(), member.subject());
            notices.done(text.of("people.suspendedNow", member.displayName()), address(member, RESUME));
        } catch (Problem problem) {
            notices.failed(text.problem(problem));
        }
    }

    void resume(Member member) {
        try {
            members.resume(visitor.getCaller(), place.getWorkspaceId(), member.subject());
            notices.done(text.of("people.resumed", member.displayName()), address(member, SUSPEND));
        } catch (Problem problem) {
            notices.failed(text.problem(problem));
        }
    }

    private String address(Member member, String deed) {
        return place.to("people/members", member.subject(), deed);
    }
}
