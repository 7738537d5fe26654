package org.entezar.console.data;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.entezar.collection.Consents;
import org.entezar.collection.Erasure;
import org.entezar.collection.PersonFile;
import org.entezar.collection.PersonRights;
import org.entezar.collection.Persons;
import org.entezar.collection.ResponseId;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is held of a person and what the person can ask for. The reference goes to and fro in forms and never in an
 * address, where logs would keep it. In views: {@code personForm}.
 */
@Named("personForm")
@RequestScoped
public class PersonForm {

    @Inject
    Persons persons;

    @Inject
    PersonRights rights;

    @Inject
    Consents consents;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    private String reference = "";
    private String reason = "";
    private String said = "";
    private String error = "";
    private @Nullable PersonFile file;

    /** Does what the form that was sent asks for, and looks the person up. */
    void answer(HttpServletRequest request) {
        reference = DataForms.given(request, "reference");
        reason = DataForms.given(request, "reason");
        attempt(() -> switch (DataForms.given(request, "deed")) {
            case "words" -> told(persons.erase(visitor.getCaller(), place.getWorkspaceId(), reference, reason));
            case "whole" -> told(rights.eraseWhole(visitor.getCaller(), place.getWorkspaceId(), reference, reason));
            case "withdraw" -> {
                consents.withdraw(
                        visitor.getCaller(),
                        place.getWorkspaceId(),
                        ResponseId.parse(DataForms.given(request, "response")),
                        DataForms.given(request, "item"),
                        reason);
                yield text.get("person.withdrawn");
            }
            default -> "";
        });
    }

    private String told(Erasure erasure) {
        return erasure.imports().isEmpty()
                ? text.of("person.erased", erasure.responses())
                : text.of(
                        "person.erasedFiles",
                        erasure.responses(),
                        erasure.imports().size());
    }

    private interface Deed {
        String run();
    }

    private void attempt(Deed deed) {
        try {
            said = deed.run();
            reason = "";
        } catch (Problem problem) {
            error = problem.violations().isEmpty()
                    ? text.problem(problem)
                    : text.violation(problem.violations().get(0));
        }
        try {
            file = rights.file(visitor.getCaller(), place.getWorkspaceId(), reference);
        } catch (Problem problem) {
            error = text.problem(problem);
        }
    }

    public @Nullable PersonFile getFile() {
        return file;
    }

    public boolean isFound() {
        return file != null && !file.responses().isEmpty();
    }

    /** Whether anything the person wrote can still be read. */
    public boolean isReadable() {
        return file != null
                && file.responses().stream().anyMatch(given -> given.erasedAt().isEmpty());
    }

    /** Whether any response is there that was not erased whole. */
    public boolean isErasable() {
        return file != null
                && file.responses().stream().anyMatch(given -> !given.answers().isEmpty());
    }

    public List<PersonFile.Given> getResponses() {
        return file == null ? List.of() : file.responses();
    }

    /** An answer in words. */
    public String words(PersonFile.Answer answer) {
        return answer.answer().path("erased").asBoolean() ? text.get("person.gone") : PersonFile.words(answer.answer());
    }

    public String getSaid() {
        return said;
    }

    public String getError() {
        return error;
    }

    public String getReference() {
        return reference;
    }

    public String getReason() {
        return reason;
    }
}
