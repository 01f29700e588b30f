# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
# qpdf 11.3 has in JSON.hh a class that holds a vector of the class around it, which is not complete there. GCC does not mind;
# Clang in C++20 does. For Clang, a copy of that one header with the two functions moved behind the class goes first.
set(EXPUNGE_MENDED_QPDF "")
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    find_file(EXPUNGE_QPDF_JSON qpdf/JSON.hh HINTS ${qpdf_INCLUDE_DIRS} REQUIRED)
    file(READ ${EXPUNGE_QPDF_JSON} header)
    string(REGEX REPLACE "JSON_array\\(\\) :[ \n]*JSON_value\\(vt_array\\)[ \n]*{[ \n]*}[ \n]*virtual ~JSON_array\\(\\) = default;"
        "JSON_array();\n        virtual ~JSON_array();" mended "${header}")
    if(NOT mended STREQUAL header)
        string(REPLACE "#endif // JSON_HH"
            "inline JSON::JSON_array::JSON_array() : JSON_value(vt_array) {}\ninline JSON::JSON_array::~JSON_array() = default;\n\n#endif // JSON_HH"
            mended "${mended}")
        set(EXPUNGE_MENDED_QPDF ${CMAKE_BINARY_DIR}/mended)
        file(CONFIGURE OUTPUT ${EXPUNGE_MENDED_QPDF}/qpdf/JSON.hh CONTENT "${mended}" @ONLY)
    endif()
endif()
