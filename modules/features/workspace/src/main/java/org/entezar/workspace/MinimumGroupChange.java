package org.entezar.workspace;

import org.entezar.platform.history.Recorded;

/**
 * A change of the smallest group that reports show.
 *
 * @param entry of history, which tells who and when
 * @param before respondents before
 * @param after respondents after
 */
public record MinimumGroupChange(Recorded entry, int before, int after) {}
