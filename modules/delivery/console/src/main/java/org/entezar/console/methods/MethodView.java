package org.entezar.console.methods;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entezar.calculator.ExplainedFunction;
import org.entezar.calculator.MethodPage;
import org.entezar.calculator.MethodPages;
import org.entezar.calculator.PublicCalculator;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.console.insight.Chart;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.methods.calculator.Calculator;
import org.entezar.platform.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * One function: its definition, the form with the example or with what was sent, and the result. A form is answered in
 * the same request, since nothing is kept. In views: {@code methodView}.
 */
@Named
@RequestScoped
public class MethodView {

    @Inject
    @SuppressWarnings("NullAway.Init")
    MethodPages pages;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PublicCalculator calculator;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Place place;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Text text;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    private MethodPage page;

    @SuppressWarnings("NullAway.Init")
    private ExplainedFunction function;

    @SuppressWarnings("NullAway.Init")
    private Terms terms;

    private Map<String, @Nullable Object> inputs = Map.of();
    private Map<String, @Nullable Object> outputs = Map.of();
    private String typedJson = "";
    private final List<Trouble> troubles = new ArrayList<>();

    /**
     * Why there is no result.
     *
     * @param place of the offending value; empty when it is about the whole
     * @param text in the reader's language
     * @param detail what the method says, in English; empty when the text says all
     */
    public record Trouble(String place, String text, String detail) {}

    /** Before anything is drawn, so that the status of the answer can still be set. */
    @PostConstruct
    void answer() {
        String name = place.parameter("function");
        page = pages.of(name, visitor.getLanguage()).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, name));
        function = page.functions().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, name));
        terms = new Terms(visitor.getLanguage(), name);
        inputs = function.example();
        try {
            if (request.getMethod().equals("POST")) {
                inputs = sent();
                outputs = calculator.evaluate(name, inputs, request.getRemoteAddr());
            } else {
                outputs = Calculator.all().evaluate(name, inputs);
            }
        } catch (Problem problem) {
            tell(problem);
        }
    }

    private Map<String, @Nullable Object> sent() {
        String json = request.getParameter("json");
        if (json == null) {
            bounded(request.getParameterMap().values().stream()
                    .mapToLong(values -> values[0].length())
                    .sum());
            return new InputFields(function.example(), terms).read(request::getParameter);
        }
        typedJson = json;
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        bounded(bytes.length);
        return Json.readInput(
                bytes,
                Json.mapper().getTypeFactory().constructMapType(LinkedHashMap.class, String.class, Object.class));
    }

    private static void bounded(long size) {
        if (size > PublicCalculator.MAXIMUM_BYTES) {
            throw new Problem(ErrorCode.TOO_LARGE, PublicCalculator.MAXIMUM_BYTES);
        }
    }

    private void tell(Problem problem) {
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .setResponseStatus(problem.code().status());
        for (Violation violation : problem.violations()) {
            boolean refused = violation.code() == ErrorCode.BAD_INPUT
                    && violation.arguments().size() == 2;
            troubles.add(
                    refused
                            ? new Trouble(
                                    shownPlace(violation.pointer()),
                                    text.get("notes.refusal."
                                            + violation.arguments().get(1)),
                                    String.valueOf(violation.arguments().get(0)))
                            : new Trouble(shownPlace(violation.pointer()), text.violation(violation), ""));
        }
        if (troubles.isEmpty()) {
            troubles.add(new Trouble("", text.problem(problem), ""));
        }
    }

    /** A JSON Pointer as people read it: the input's name, and positions counted from 1. */
    private String shownPlace(String pointer) {
        StringBuilder shown = new StringBuilder();
        for (String part : pointer.split("/")) {
            if (part.isEmpty()) {
                continue;
            }
            boolean position = part.chars().allMatch(Character::isDigit) && part.length() < 10;
            shown.append(shown.isEmpty() ? "" : " · ")
                    .append(position ? terms.number(Integer.parseInt(part) + 1) : terms.label(part));
        }
        return shown.toString();
    }

    public MethodPage getPage() {
        return page;
    }

    public ExplainedFunction getFunction() {
        return function;
    }

    public String getTitle() {
        return MethodList.capital(function.summary());
    }

    public String html(String markdown) {
        return Markup.html(markdown);
    }

    /** What is our own construction; empty where everything is published. */
    public String getOwn() {
        return page.own().map(Markup::html).orElse("");
    }

    /** The other functions of the page. */
    public List<MethodList.Entry> getSiblings() {
        return page.functions().stream()
                .filter(one -> !one.name().equals(function.name()))
                .map(one -> new MethodList.Entry("/methods/" + one.name(), MethodList.capital(one.summary())))
                .toList();
    }

    public String getAddress() {
        return "/methods/" + function.name();
    }

    /** Whether this is the example, not something that was sent. */
    public boolean isExample() {
        return !request.getMethod().equals("POST");
    }

    public boolean isJsonSent() {
        return !typedJson.isEmpty();
    }

    public List<InputFields.Field> getFields() {
        InputFields form = new InputFields(function.example(), terms);
        return isExample() || isJsonSent() ? form.of(inputs) : form.sent(request::getParameter);
    }

    /** The inputs as JSON; what was sent and could not be read stays as it was. */
    public String getJson() {
        return !typedJson.isEmpty() && !troubles.isEmpty() ? typedJson : InputFields.json(inputs);
    }

    public List<Trouble> getTroubles() {
        return troubles;
    }

    public boolean isAnswered() {
        return !outputs.isEmpty();
    }

    /** What must be known besides the figures, in words. */
    public List<String> getWarnings() {
        return outputs.get("warnings") instanceof List<?> codes
                ? codes.stream().map(terms::warning).toList()
                : List.of();
    }

    /** Why some figures have no value, each reason once. */
    public List<String> getReasons() {
        if (outputs.get("reasons") instanceof Map<?, ?> reasons) {
            return reasons.values().stream().distinct().map(terms::reason).toList();
        }
        return outputs.get("reason") == null ? List.of() : List.of(terms.reason(outputs.get("reason")));
    }

    public List<Chart> getCharts() {
        return new Pictures(function.name(), inputs, outputs, visitor.getLanguage(), terms).all();
    }

    public List<ResultTable> getTables() {
        return ResultTables.of(outputs, terms);
    }
}
