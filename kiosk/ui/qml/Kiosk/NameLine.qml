import QtQuick

// A name on one line where it can be, smaller if need be; a longer one takes two.
Heading {
    id: name

    required property real full // its size where there is room

    readonly property real needed: measure.advanceWidth

    size: Math.max(Theme.small, 0.74 * full, Math.min(full, 0.97 * full * width / Math.max(1, needed)))

    TextMetrics {
        id: measure

        font.family: name.font.family
        font.weight: name.font.weight
        font.letterSpacing: -0.025 * name.full
        font.pixelSize: name.full
        text: name.text
    }
}
