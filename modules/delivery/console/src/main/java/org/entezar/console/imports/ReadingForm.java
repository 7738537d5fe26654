package org.entezar.console.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entezar.console.Text;

/** How a file is read: its encoding and what stands between its cells. In views: {@code importReading}. */
@Named("importReading")
@RequestScoped
public class ReadingForm {

    /** Encodings that files of answers come in, the likeliest first. */
    private static final List<String> ENCODINGS = List.of(
            "UTF-8",
            "UTF-16",
            "windows-1256",
            "GB18030",
            "windows-1252",
            "Big5",
            "windows-31j",
            "x-windows-949",
            "windows-1251",
            "windows-1254",
            "ISO-8859-2");

    @Inject
    ImportView view;

    @Inject
    Text text;

    public List<TargetOption> getEncodings() {
        List<TargetOption> options = new ArrayList<>();
        String now = view.getOne().shape().encoding();
        if (!ENCODINGS.contains(now)) {
            options.add(new TargetOption(now, now));
        }
        ENCODINGS.stream()
                .filter(Charset::isSupported)
                .forEach(name -> options.add(new TargetOption(name, text.get("imports.encoding." + name))));
        return options;
    }

    public String getEncoding() {
        return view.getOne().shape().encoding();
    }

    public List<TargetOption> getSeparators() {
        return Arrays.stream(Separator.values())
                .map(one -> new TargetOption(one.key(), text.get("imports.separator." + one.key())))
                .toList();
    }

    public String getSeparator() {
        return Separator.with(view.getOne().shape().separator()).key();
    }

    /** How it was read, in a sentence. */
    public String getSummary() {
        return text.of(
                "imports.reading.summary",
                view.getOne().shape().rows(),
                view.getOne().shape().columns().size(),
                getEncoding(),
                text.get("imports.separator." + getSeparator()));
    }
}
