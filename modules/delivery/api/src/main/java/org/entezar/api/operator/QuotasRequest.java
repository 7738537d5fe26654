package org.entezar.api.operator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.platform.tenancy.Quota;

/**
 * Body of {@code PUT /operator/workspaces/{workspace}/quotas}.
 *
 * @param quotas what the workspace may use; quotas that are not named have the installation's defaults
 */
record QuotasRequest(Optional<Map<Quota, Optional<Long>>> quotas) {

    /** @throws Problem {@link ErrorCode#INVALID} for a quota without a number */
    Map<Quota, Long> given() {
        Map<Quota, Long> given = new EnumMap<>(Quota.class);
        quotas.orElse(Map.of())
                .forEach((quota, limit) -> given.put(
                        quota,
                        limit.orElseThrow(
                                () -> new Problem(List.of(Violation.at("/quotas/" + quota, ErrorCode.REQUIRED))))));
        return given;
    }
}
