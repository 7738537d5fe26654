package org.entezar.console.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.entezar.console.Area;
import org.entezar.console.Doing;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.console.Place;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.relationship.CaseId;

/** Where the pages of cases are. */
@ApplicationScoped
public class CasePages implements PageSource {

    static final String HERE = "cases";

    @Override
    public List<Page> pages() {
        return List.of(
                page(HERE, "list", Permission.CASE_READ),
                page(HERE + "/new", "open", Permission.CASE_WORK),
                page(HERE + "/{case}", "case", Permission.CASE_READ));
    }

    @Override
    public List<Doing> doings() {
        return List.of(new Doing("cases.new", "add", HERE + "/new", Permission.CASE_WORK));
    }

    private static Page page(String path, String view, Permission permission) {
        return new Page(path, "/console/cases/" + view + ".xhtml", permission, Area.CASES);
    }

    /** The case of the address; what is no id names none. */
    static CaseId id(Place place) {
        try {
            return CaseId.parse(place.parameter("case"));
        } catch (Problem malformed) {
            throw new Problem(ErrorCode.NOT_FOUND, place.parameter("case"));
        }
    }
}
