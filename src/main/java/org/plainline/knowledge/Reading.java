package org.plainline.knowledge;

import java.util.List;

/** What came of reading a file: an article that keeps every rule, or all the reasons why not. */
sealed interface Reading {
    record Sound(Article article) implements Reading {}

    record Unsound(List<Finding> findings) implements Reading {}
}
