package org.entezar.console.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.entezar.collection.Campaign;
import org.entezar.collection.CampaignState;
import org.entezar.collection.Campaigns;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;

/** The form that brings a file. In views: {@code importUpload}. */
@Named("importUpload")
@RequestScoped
public class UploadForm {

    private static final long MEGABYTE = 1024L * 1024;

    @Inject
    Campaigns campaigns;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    @Inject
    Format format;

    @Inject
    HttpServletRequest request;

    private String error = "";

    /** Campaigns that a file can go into; simulated ones stay simulated. */
    public List<Campaign> getCampaigns() {
        if (!visitor.may(Permission.CAMPAIGN_READ.name())) {
            return List.of();
        }
        return campaigns.list(visitor.getCaller(), place.getWorkspaceId()).stream()
                .filter(one -> !one.simulated() && one.state() != CampaignState.CLOSED)
                .toList();
    }

    /** The campaign chosen: by the link that led here, or before a mistake. */
    public String getCampaign() {
        String chosen;
        try {
            chosen = request.getParameter("campaign");
        } catch (IllegalStateException tooLarge) {
            chosen = "";
        }
        return chosen == null ? "" : chosen;
    }

    public long getLargest() {
        return FileActions.LARGEST;
    }

    /** What is said of a file that is too large, also by the script before it is sent. */
    public String getTooLarge() {
        return text.of("imports.tooLarge", format.number(FileActions.LARGEST / MEGABYTE));
    }

    void refuse(Problem problem) {
        error = switch (problem.code()) {
            case REQUIRED -> text.get("imports.noFile");
            case TOO_LARGE -> getTooLarge();
            case TOO_MANY -> text.of("imports.tooWide", problem.arguments().get(0));
            default -> text.problem(problem);
        };
    }

    public String getError() {
        return error;
    }

    /** Whether the visitor may make a survey out of a file. */
    public boolean isFounding() {
        return visitor.may(Permission.QUESTIONNAIRE_EDIT.name())
                && visitor.may(Permission.QUESTIONNAIRE_PUBLISH.name())
                && visitor.may(Permission.CAMPAIGN_RUN.name());
    }
}
