package org.plainline.resident;

/** How a resident reached the service. */
public enum Channel {
    SMS,
    VOICE,
    CHAT;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @throws IllegalArgumentException for anything but {@code sms}, {@code voice} or {@code chat}, in any case */
    public static Channel of(String code) {
        for (Channel channel : values()) {
            if (channel.name().equalsIgnoreCase(code)) {
                return channel;
            }
        }
        throw new IllegalArgumentException("Channel must be sms, voice or chat");
    }
}
