package org.entezar.insight;

/** The figures of one method, in the shape in which the API gives them. */
public sealed interface InsightResult
        permits ServqualResult, ZoneResult, KanoResult, NpsResult, CsatResult, CesResult {}
