# Made by `npm run images -- --local-base`: one node and the libraries that it is linked with, nothing else.
FROM scratch
COPY . /
