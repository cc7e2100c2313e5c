package io.fumikura.document.text;

/** A line of a page: the characters from {@code start} to before {@code end}, without the line break, and the box around them. */
public record TextLine(int start, int end, Box box) {}
