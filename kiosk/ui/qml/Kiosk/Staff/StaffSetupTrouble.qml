import QtQuick
import Kiosk.Models

// The last request ended badly, said on the page itself.
StaffNotice {
    required property StaffReportModel report

    objectName: "setupTrouble"
    visible: report.open && !report.good
    title: report.words
    words: report.detail
}
