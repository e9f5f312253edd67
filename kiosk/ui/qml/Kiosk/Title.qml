import QtQuick

// What a screen says first. Where it takes two lines, they are about equally long.
Heading {
    id: title

    readonly property real line: evened(text, width)

    rightPadding: line > 0 ? width - line : 0

    // The width of the longer line at the best break; 0 where one line or two full ones are needed.
    function evened(said: string, room: real): real {
        if (room <= 0 || metrics.advanceWidth(said) <= room)
            return 0;
        const words = said.split(" ");
        let best = room;
        for (let n = 1; n < words.length; n++) {
            const above = metrics.advanceWidth(words.slice(0, n).join(" "));
            const below = metrics.advanceWidth(words.slice(n).join(" "));
            best = Math.min(best, Math.max(above, below) + 0.1 * size);
        }
        return best < room ? best : 0;
    }

    FontMetrics {
        id: metrics

        font: title.font
    }
}
