package org.entezar.api;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * What holds for every operation of the contract: any other answer is a problem, and some need no token. Runs when the
 * contract is made of the resources, at build time.
 */
public final class Contract implements OASFilter {

    private static final Set<String> OPEN = Set.of(
            "/api/v1/methods", "/api/v1/receipts", "/api/v1/openapi", "/api/v1/registrations", "/api/v1/aliases");
    private static final String PROBLEM = "Problem";
    private static final Pattern PREFERENCE = Pattern.compile(";\\s*qs=[0-9.]+");

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        contract.getComponents().addResponse(PROBLEM, problem());
        ContractNames.of(contract.getComponents().getSchemas()).give(contract.getComponents());
        contract.getPaths().getPathItems().forEach((path, item) -> {
            boolean open = OPEN.stream().anyMatch(path::startsWith);
            item.getOperations().forEach((method, operation) -> complete(method, operation, open));
        });
    }

    private static void complete(PathItem.HttpMethod method, Operation operation, boolean open) {
        if (open) {
            operation.setSecurity(List.of());
        }
        APIResponses responses = operation.getResponses();
        // A change answers 200, 201 or 202, as the text of the operation says.
        APIResponse done = responses.getAPIResponse("200");
        if (method != PathItem.HttpMethod.GET && done != null) {
            responses.removeAPIResponse("200");
            responses.addAPIResponse("2XX", done);
        }
        responses.getAPIResponses().values().forEach(Contract::withoutPreferences);
        responses.setDefaultValue(OASFactory.createAPIResponse().ref(PROBLEM));
    }

    /** Preferences between formats ({@code ;qs=0.5}) are the server's own. */
    private static void withoutPreferences(APIResponse response) {
        Content content = response.getContent();
        if (content != null) {
            Content named = OASFactory.createContent();
            content.getMediaTypes()
                    .forEach((type, media) ->
                            named.addMediaType(PREFERENCE.matcher(type).replaceAll(""), media));
            response.setContent(named);
        }
    }

    private static APIResponse problem() {
        return OASFactory.createAPIResponse()
                .description("A problem as of RFC 9457, with a stable code and, for input, the places of its faults")
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemDetails.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM))));
    }
}
