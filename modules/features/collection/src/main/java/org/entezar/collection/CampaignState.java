package org.entezar.collection;

/** Whether a campaign takes answers now. It follows from its times and from what people decided. */
public enum CampaignState {
    /** Its opening time has not come. */
    SCHEDULED,
    /** Takes answers. */
    OPEN,
    /** Stopped for a while by a person. */
    PAUSED,
    /** Its closing time has passed, or a person closed it for good. */
    CLOSED
}
