import QtQuick

// How much time is left: a ring that shrinks, drawn anew only in its own small square.
Canvas {
    id: ring

    property real share: 1 // from 1 to 0
    property color colour: Theme.ink
    property color track: Qt.alpha(colour, 0.18)
    property real line: 0.11 * width

    onShareChanged: requestPaint()
    onColourChanged: requestPaint()
    onWidthChanged: requestPaint()
    onVisibleChanged: {
        if (visible)
            requestPaint();
    }

    onPaint: {
        const pen = getContext("2d");
        const middle = width / 2;
        const begin = -Math.PI / 2;
        pen.reset();
        pen.lineWidth = line;
        pen.lineCap = "round";
        pen.strokeStyle = track;
        pen.beginPath();
        pen.arc(middle, middle, middle - line / 2, 0, 2 * Math.PI);
        pen.stroke();
        if (share <= 0)
            return;
        pen.strokeStyle = colour;
        pen.beginPath();
        pen.arc(middle, middle, middle - line / 2, begin, begin + 2 * Math.PI * share);
        pen.stroke();
    }
}
