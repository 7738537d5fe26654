package org.entezar.api.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entezar.api.Page;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.questionnaire.Presets;
import org.entezar.questionnaire.Questionnaire;

/** Questionnaires to begin from: get one, give it a key, post it. */
@Path("/questionnaire-presets")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PresetResource {

    /**
     * A line in the list.
     *
     * @param name of the preset
     * @param title as respondents read it
     */
    public record PresetLine(String name, LocalizedText title) {}

    @Operation(summary = "The questionnaires that a new one can begin from.")
    @GET
    public Page<PresetLine> list() {
        return new Page<>(
                Presets.names().stream()
                        .map(name -> new PresetLine(name, Presets.of(name).title()))
                        .toList(),
                Optional.empty());
    }

    @Operation(summary = "A preset as a whole questionnaire in three languages.")
    @GET
    @Path("{name}")
    public Questionnaire get(@PathParam("name") String name) {
        if (!Presets.names().contains(name)) {
            throw new Problem(ErrorCode.NOT_FOUND);
        }
        return Presets.of(name);
    }
}
