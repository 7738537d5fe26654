package org.entezar.console;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.platform.json.Json;

/** How actions talk with the scripts of our pages: JSON documents of bounded size, states as entity tags. */
public final class Exchange {

    /** Largest document that is read, in bytes. */
    public static final int LARGEST = 4 * 1024 * 1024;

    private Exchange() {}

    /**
     * Reads the document that was sent.
     *
     * @throws Problem {@link ErrorCode#TOO_LARGE}, or what {@link Json#readInput} finds wrong
     */
    public static <T> T read(HttpServletRequest request, Class<T> type) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new Problem(ErrorCode.TOO_LARGE, LARGEST);
        }
        return Json.readInput(body, type);
    }

    /**
     * The file of a form.
     *
     * @param largest bytes that such a form may have, to be told
     * @throws Problem {@link ErrorCode#REQUIRED} when none was chosen, or when what was sent is no form with files;
     *     {@link ErrorCode#TOO_LARGE}
     */
    public static Part file(HttpServletRequest request, String name, long largest) throws IOException {
        try {
            Part part = request.getPart(name);
            if (part != null
                    && part.getSubmittedFileName() != null
                    && !part.getSubmittedFileName().isEmpty()) {
                return part;
            }
        } catch (IllegalStateException tooLarge) {
            throw new Problem(ErrorCode.TOO_LARGE, largest);
        } catch (ServletException noFormWithFiles) {
            throw new Problem(ErrorCode.REQUIRED);
        }
        throw new Problem(ErrorCode.REQUIRED);
    }

    /** The state that the script loaded; without it nothing is overwritten. */
    public static String ifMatch(HttpServletRequest request) {
        String state = request.getHeader("If-Match");
        if (state == null) {
            throw new Problem(ErrorCode.PRECONDITION_REQUIRED);
        }
        return state;
    }

    public static void write(HttpServletResponse response, Object document) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(Json.write(document));
    }

    /** JSON that can stand within a {@code script} element of a page. */
    public static String embedded(Object document) {
        return Json.write(document)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028");
    }
}
