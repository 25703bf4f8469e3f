package org.plainline.knowledge;

/** An error keeps an article from being published and fails the build; a warning is something to look at. */
public enum Severity {
    ERROR,
    WARNING
}
