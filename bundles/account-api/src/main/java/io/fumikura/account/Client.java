package io.fumikura.account;

/**
 * Where a person signs in from, as far as it is known; shown in lists of sessions.
 *
 * @param address network address; cut after 100 characters
 * @param browser what the browser says of itself (User-Agent), without control characters; cut after 300
 */
public record Client(String address, String browser) {

    public Client {
        address = cut(address, 100);
        browser = cut(browser.replaceAll("\\p{Cntrl}", " ").strip(), 300);
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
