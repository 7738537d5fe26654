package org.entezar.console.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ColumnWords;
import org.entezar.collection.Import;
import org.entezar.collection.ImportId;
import org.entezar.collection.Imports;
import org.entezar.console.Exchange;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;

/** What the forms about a file's content send: the file, how it is read, what its columns hold. */
@ApplicationScoped
class FileActions {

    /** Most bytes of a file of answers, as its feature takes it. */
    static final long LARGEST = 50L * 1024 * 1024;

    @Inject
    Imports imports;

    @Inject
    Visitor visitor;

    @Inject
    UploadForm upload;

    @Inject
    ColumnsForm columns;

    @Inject
    QuestionsForm questions;

    /** Takes a file in and leads to what is to be said about it. */
    void upload(Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (ImportAddress.isOpened(request, response, place.to("imports/new"))) {
            return;
        }
        try {
            Part file = Exchange.file(request, "file", LARGEST);
            Optional<CampaignId> campaign = campaign(request);
            Import made;
            try (InputStream content = file.getInputStream()) {
                made = imports.upload(
                        visitor.getCaller(),
                        place.getWorkspaceId(),
                        campaign,
                        Optional.ofNullable(file.getSubmittedFileName()).orElse("answers.csv"),
                        content);
            }
            response.sendRedirect(place.to("imports", made.id(), campaign.isPresent() ? "columns" : "questions"));
        } catch (Problem problem) {
            upload.refuse(problem);
            ImportAddress.refuse("upload", place, request, response);
        }
    }

    private static Optional<CampaignId> campaign(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("campaign"))
                .filter(id -> !id.isBlank())
                .map(CampaignId::parse);
    }

    /** Reads the file anew with the encoding and separator that a person chose. */
    void reread(Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        ImportId id = ImportAddress.of(place);
        Import before = imports.get(visitor.getCaller(), place.getWorkspaceId(), id);
        String page = place.to("imports", id, before.campaign().isPresent() ? "columns" : "questions");
        if (ImportAddress.isOpened(request, response, page)) {
            return;
        }
        try {
            imports.reread(
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    id,
                    given(request, "encoding"),
                    Separator.of(given(request, "separator")).character());
            response.sendRedirect(page);
        } catch (Problem problem) {
            if (before.campaign().isPresent()) {
                columns.refuse(problem);
                ImportAddress.refuse("columns", place, request, response);
            } else {
                questions.refuse(problem);
                ImportAddress.refuse("questions", place, request, response);
            }
        }
    }

    private static String given(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /** Decides for a campaign that there is. */
    void into(Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        ImportId id = ImportAddress.of(place);
        if (ImportAddress.isOpened(request, response, place.to("imports", id, "questions"))) {
            return;
        }
        try {
            CampaignId chosen = campaign(request).orElseThrow(() -> new Problem(ErrorCode.REQUIRED));
            imports.into(visitor.getCaller(), place.getWorkspaceId(), id, chosen);
            response.sendRedirect(place.to("imports", id, "columns"));
        } catch (Problem problem) {
            questions.refuse(problem);
            ImportAddress.refuse("questions", place, request, response);
        }
    }

    /** Keeps what was said about the columns and begins the dry run. */
    void map(Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        ImportId id = ImportAddress.of(place);
        if (ImportAddress.isOpened(request, response, place.to("imports", id, "columns"))) {
            return;
        }
        Caller caller = visitor.getCaller();
        WorkspaceId workspace = place.getWorkspaceId();
        columns.take(request);
        try {
            imports.map(caller, workspace, id, columns.mapping());
            imports.start(caller, workspace, id, true);
            response.sendRedirect(place.to("imports", id, "rows"));
        } catch (Problem problem) {
            columns.refuse(problem);
            ImportAddress.refuse("columns", place, request, response);
        }
    }

    /** Publishes the questions, opens the campaign, maps the file to it and begins the dry run. */
    void found(Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        ImportId id = ImportAddress.of(place);
        if (ImportAddress.isOpened(request, response, place.to("imports", id, "questions"))) {
            return;
        }
        Caller caller = visitor.getCaller();
        WorkspaceId workspace = place.getWorkspaceId();
        questions.take(request);
        try {
            imports.found(caller, workspace, id, questions.survey(), questions.campaignName());
            imports.start(caller, workspace, id, true);
            response.sendRedirect(place.to("imports", id, "rows"));
        } catch (Problem problem) {
            questions.refuse(problem);
            ImportAddress.refuse("questions", place, request, response);
        }
    }

    /** Fills names in from a codebook, which is not kept. */
    void name(Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        ImportId id = ImportAddress.of(place);
        if (ImportAddress.isOpened(request, response, place.to("imports", id, "questions"))) {
            return;
        }
        questions.take(request);
        try {
            List<ColumnWords> words;
            try (InputStream codebook =
                    Exchange.file(request, "codebook", LARGEST).getInputStream()) {
                words = imports.words(visitor.getCaller(), place.getWorkspaceId(), id, codebook);
            }
            questions.name(words);
        } catch (Problem problem) {
            questions.refuseCodebook(problem);
        }
        ImportAddress.show("questions", place, request, response);
    }
}
