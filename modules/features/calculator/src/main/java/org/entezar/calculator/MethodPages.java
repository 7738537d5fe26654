package org.entezar.calculator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entezar.kernel.Language;
import org.entezar.methods.calculator.Calculator;
import org.entezar.methods.calculator.MethodFunction;
import org.entezar.platform.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The pages of docs/methods, which are the one source of what the methods mean: English with formulas, examples and
 * sources, and the translations below {@code fa} and {@code zh-Hans}. Read once; immutable and thread-safe.
 */
public final class MethodPages {

    private static final Pattern EXAMPLE = Pattern.compile("```json\\R(\\{\\s*\"function\".*?)```", Pattern.DOTALL);
    private static final Pattern LABELLED = Pattern.compile("\\*\\*([^*]+?)[.。]?\\*\\* (.*)", Pattern.DOTALL);
    private static final Pattern SUMMARY = Pattern.compile("(?m)^- `([a-z0-9_]+)`: (.+)$");
    private static final JavaType EXAMPLE_TYPE =
            Json.mapper().getTypeFactory().constructMapType(LinkedHashMap.class, String.class, Object.class);

    /** What a page says, by what its paragraph begins with. */
    private enum Part {
        TELLS("What it tells a manager", "What they tell a manager", "به مدیر چه می‌گوید", "告诉管理者什么"),
        NOT("When not to use it", "When not to use them", "کجا به کار نبرید", "何时不宜使用"),
        WORDS("In words", "به زبان ساده", "文字说明"),
        OWN("Our own"),
        SOURCES("Sources");

        private final List<String> labels;

        Part(String... labels) {
            this.labels = List.of(labels);
        }

        static Optional<Part> of(String label) {
            for (Part part : values()) {
                if (part.labels.contains(label)) {
                    return Optional.of(part);
                }
            }
            return Optional.empty();
        }
    }

    private final Map<Language, List<MethodPage>> pages = new EnumMap<>(Language.class);
    private final Map<String, String> pageOfFunction = new HashMap<>();

    /**
     * Reads all pages.
     *
     * @throws IllegalStateException when a page lacks a part, or a function its example or its summary
     */
    public MethodPages() {
        for (Language language : Language.values()) {
            List<MethodPage> all = new ArrayList<>();
            for (Calculator.Group group : Calculator.all().groups()) {
                all.add(page(group, language));
                group.functions().forEach(function -> pageOfFunction.put(function.name(), group.page()));
            }
            pages.put(language, List.copyOf(all));
        }
    }

    /** All pages in the order of docs/methods. */
    public List<MethodPage> all(Language language) {
        return pages.getOrDefault(language, List.of());
    }

    /** The page that explains the function of this name. */
    public Optional<MethodPage> of(String function, Language language) {
        String name = pageOfFunction.get(function);
        return all(language).stream().filter(page -> page.name().equals(name)).findFirst();
    }

    private static MethodPage page(Calculator.Group group, Language language) {
        String english = text(group.page() + ".md");
        String translated = language == Language.ENGLISH ? english : text(language.tag() + "/" + group.page() + ".md");
        Map<Part, String> parts = parts(translated);
        Map<Part, String> englishParts = parts(english);
        Map<String, Map<String, @Nullable Object>> examples = examples(english);
        Map<String, String> summaries = new HashMap<>();
        SUMMARY.matcher(translated).results().forEach(line -> summaries.put(line.group(1), line.group(2)));
        List<ExplainedFunction> functions = new ArrayList<>();
        for (MethodFunction function : group.functions()) {
            String summary = language == Language.ENGLISH ? function.summary() : summaries.get(function.name());
            Map<String, @Nullable Object> example = examples.get(function.name());
            if (summary == null || example == null) {
                throw new IllegalStateException(group.page() + " (" + language.tag() + ") lacks " + function.name());
            }
            functions.add(new ExplainedFunction(
                    function.name(), summary, function.definition().strip(), example));
        }
        return new MethodPage(
                group.page(),
                translated.substring(2, translated.indexOf('\n')).strip(),
                need(parts, Part.TELLS, group, language),
                need(parts, Part.NOT, group, language),
                need(parts, Part.WORDS, group, language),
                Optional.ofNullable(englishParts.get(Part.OWN)),
                need(englishParts, Part.SOURCES, group, language),
                List.copyOf(functions));
    }

    private static String need(Map<Part, String> parts, Part part, Calculator.Group group, Language language) {
        String text = parts.get(part);
        if (text == null) {
            throw new IllegalStateException(group.page() + " (" + language.tag() + ") lacks " + part);
        }
        return text;
    }

    private static Map<Part, String> parts(String page) {
        Map<Part, String> parts = new EnumMap<>(Part.class);
        for (String paragraph : page.split("\\R\\s*\\R")) {
            Matcher labelled = LABELLED.matcher(paragraph.strip());
            if (labelled.matches()) {
                Part.of(labelled.group(1))
                        .ifPresent(part -> parts.put(part, labelled.group(2).replaceAll("\\s*\\R\\s*", " ")));
            }
        }
        return parts;
    }

    /** The first example of each function. */
    private static Map<String, Map<String, @Nullable Object>> examples(String page) {
        Map<String, Map<String, @Nullable Object>> examples = new HashMap<>();
        Matcher block = EXAMPLE.matcher(page);
        while (block.find()) {
            Map<String, Object> example = json(block.group(1));
            if (example.get("inputs") instanceof Map<?, ?> inputs) {
                Map<String, @Nullable Object> tree = new LinkedHashMap<>();
                inputs.forEach((name, value) -> tree.put(String.valueOf(name), value));
                examples.putIfAbsent(String.valueOf(example.get("function")), Collections.unmodifiableMap(tree));
            }
        }
        return examples;
    }

    private static Map<String, Object> json(String text) {
        try {
            return Json.mapper().readValue(text, EXAMPLE_TYPE);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(String name) {
        try (InputStream stream = MethodPages.class.getResourceAsStream("pages/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("no page " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
